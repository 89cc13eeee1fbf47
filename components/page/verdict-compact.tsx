import { Icon } from "@/components/ui/icon";
import { toneSign, toneText } from "@/components/ui/tone";
import { StatusBadge } from "./status-badge";
import { severityTone, severityWord, type VerdictView } from "./verdict-view";

/** A verdict in a cell of a table: the conclusion, and on demand what stands in the way. */
export function VerdictCompact({ verdict }: { verdict: VerdictView }) {
  const { conclusion, findings } = verdict;
  const open = findings.filter((finding) => finding.severity !== "PASS");
  const badge = <StatusBadge label={conclusion.label} tone={severityTone[conclusion.severity]} />;
  if (open.length === 0) return badge;
  return (
    <details className="text-left whitespace-normal">
      <summary className="inline-flex items-center gap-1">
        {badge}
        <span className="text-ink-3 opened:[transform:rotate(180deg)] print:hidden">
          <Icon name="down" size={12} />
        </span>
      </summary>
      <ul className="mt-1.5 max-w-80 space-y-1 text-sm">
        {open.map(({ ruleId, severity, title, message }) => (
          <li className="flex items-start gap-1.5" key={ruleId}>
            <span className={`mt-1 ${toneText[severityTone[severity]]}`}>
              <Icon name={toneSign[severityTone[severity]]} size={12} />
            </span>
            <span>
              <span className="sr-only">{severityWord[severity]}：</span>
              {title}
              <span className="block text-xs text-ink-2">{message}</span>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
