import { Chip } from "@/components/ui/chip";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { Sign } from "@/components/ui/sign";
import { toneSign, toneSoft } from "@/components/ui/tone";
import { FindingList, MeasuredPass } from "./verdict-finding";
import { severityTone, type VerdictView } from "./verdict-view";

type VerdictProps = {
  verdict: VerdictView;
  /** Carries out a remedy that changes the form; without it such a remedy is told, not offered. */
  onPatch?: ((patchKey: string) => void) | undefined;
  title?: string | undefined;
};

/** Conclusion and grounds: one line per rule with its facts, arithmetic, source and what would make it pass. */
export function Verdict({ verdict, onPatch, title = "依据与结论" }: VerdictProps) {
  const { conclusion, counts, findings, frozenAt, note } = verdict;
  const open = findings.filter((finding) => finding.severity !== "PASS");
  const passed = findings.filter((finding) => finding.severity === "PASS");
  // How much room is left is worth seeing before it is used up; a plain pass is not.
  const measured = passed.filter(hasRoom);
  const plain = passed.filter((finding) => !hasRoom(finding));
  const tone = severityTone[conclusion.severity];
  return (
    <section aria-label={title} className="min-w-0 rounded-card border border-line bg-paper">
      <div className="flex min-h-13 flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4.5 py-2">
        <h2 className="text-card font-semibold">{title}</h2>
        <div className="flex flex-wrap gap-1">
          {counts.map(({ severity, label, n }) => (
            <Chip key={severity} tone={severityTone[severity]}>
              {label} {n}
            </Chip>
          ))}
        </div>
      </div>
      <p
        className={classNames(
          "flex items-center gap-2 px-4.5 py-2 font-semibold print:border-y print:border-line",
          toneSoft[tone],
        )}
        role="status"
      >
        <Icon name={toneSign[tone]} size={15} />
        {conclusion.label}
      </p>
      <FindingList findings={open} onPatch={onPatch} />
      {measured.length > 0 && (
        <ul className="border-t border-line first:border-0">
          {measured.map((finding) => (
            <li className="border-b border-line last:border-0" key={finding.ruleId}>
              <MeasuredPass finding={finding} onPatch={onPatch} />
            </li>
          ))}
        </ul>
      )}
      {plain.length > 0 && (
        <details className="border-t border-line">
          <summary className="flex gap-2.5 px-4.5 py-3 hover:bg-ground">
            <Sign tone="ok" />
            <span className="min-w-0 flex-1">
              <span className="font-semibold">
                {measured.length > 0 && "另"}通过{plain.length}条
              </span>
              <span className="ml-2 text-sm text-ink-2 opened:hidden">
                {plain.map((finding) => finding.title).join("、")}
              </span>
            </span>
            <span className="mt-1 text-ink-3 opened:[transform:rotate(180deg)] print:hidden">
              <Icon name="down" size={14} />
            </span>
          </summary>
          <div className="border-t border-line">
            <FindingList findings={plain} onPatch={onPatch} />
          </div>
        </details>
      )}
      {(frozenAt !== undefined || note !== undefined) && (
        <p className="flex items-start gap-1.5 border-t border-line px-4.5 py-2.5 text-xs text-ink-2">
          {frozenAt !== undefined && <Icon name="lock" size={13} />}
          <span>
            {frozenAt !== undefined && `${frozenAt}固定，此后标准变动不影响本结论。`}
            {note}
          </span>
        </p>
      )}
    </section>
  );
}

/** Whether a finding measures something that is in use and not used up. */
function hasRoom({ bar }: VerdictView["findings"][number]): boolean {
  return bar !== null && bar.used > 0 && bar.used <= 1;
}
