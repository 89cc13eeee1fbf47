import { Bar } from "@/components/ui/bar";
import { Chip } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import { Sign } from "@/components/ui/sign";
import { TextLink } from "@/components/ui/text-link";
import { toneText } from "@/components/ui/tone";
import { type FindingView, type Remedy, severityTone, severityWord } from "./verdict-view";

type FindingListProps = {
  findings: readonly FindingView[];
  onPatch?: ((patchKey: string) => void) | undefined;
};

type VerdictFindingProps = { finding: FindingView; onPatch?: ((patchKey: string) => void) | undefined };

/** Findings below each other, one grey line between. */
export function FindingList({ findings, onPatch }: FindingListProps) {
  return (
    <ul>
      {findings.map((finding) => (
        <li className="border-b border-line last:border-0" key={finding.ruleId}>
          <VerdictFinding finding={finding} onPatch={onPatch} />
        </li>
      ))}
    </ul>
  );
}

/** A pass with its room: one line of arithmetic and the bar, everything else on demand. */
export function MeasuredPass({ finding, onPatch }: VerdictFindingProps) {
  const { title, arithmetic, bar } = finding;
  return (
    <details>
      <summary className="flex gap-2.5 px-4.5 py-3 hover:bg-ground">
        <Sign tone="ok" />
        <span className="min-w-0 flex-1">
          <span className="font-semibold">{title}</span>
          <span className="block text-sm text-ink-2">{arithmetic.at(-1)}</span>
          {bar !== null && (
            <span className="block pt-1.5 opened:hidden">
              <Bar label={bar.label} share={bar.used} />
            </span>
          )}
        </span>
        <span className="mt-1 text-ink-3 opened:[transform:rotate(180deg)] print:hidden">
          <Icon name="down" size={14} />
        </span>
      </summary>
      <div className="border-t border-line">
        <VerdictFinding finding={finding} onPatch={onPatch} />
      </div>
    </details>
  );
}

/** What one rule says of one case. */
function VerdictFinding({ finding, onPatch }: VerdictFindingProps) {
  const { severity, title, message, arithmetic, bar, facts, missing, remedies, rows, toConfirm } = finding;
  const tone = severityTone[severity];
  return (
    <article className="flex gap-2.5 px-4.5 py-3">
      <span className="mt-px">
        <Sign tone={tone} />
      </span>
      <div className="min-w-0 flex-1 space-y-1">
        <h3 className="flex items-baseline justify-between gap-3">
          <span className="font-semibold">{title}</span>
          <span className="flex shrink-0 items-baseline gap-1.5">
            {toConfirm && <Chip tone="unknown">待确认</Chip>}
            <span className={`text-xs font-medium ${toneText[tone]}`}>{severityWord[severity]}</span>
          </span>
        </h3>
        {message !== "" && (
          <p className={severity === "PASS" ? "text-sm text-ink-2" : undefined}>{message}</p>
        )}
        {facts.length > 0 && <Facts facts={facts} />}
        {missing.length > 0 && <Missing missing={missing} />}
        {remedies.length > 0 && (
          <p className="flex flex-wrap gap-x-4">
            {remedies.map((remedy) => (
              <RemedyLink key={remedy.text} onPatch={onPatch} remedy={remedy} />
            ))}
          </p>
        )}
        {arithmetic.length > 0 && (
          <div className="rounded-control bg-ground px-2.5 py-1.5 text-sm print:border print:border-line">
            {arithmetic.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        )}
        {bar !== null && (
          <div className="py-1">
            <Bar label={bar.label} share={bar.used} tone={severity === "FORBIDDEN" ? "bad" : "act"} />
          </div>
        )}
        {rows.map((behind) => (
          <RowsBehind key={behind.text} {...behind} />
        ))}
        <Basis finding={finding} />
      </div>
    </article>
  );
}

function Facts({ facts }: { facts: FindingView["facts"] }) {
  return (
    <dl className="flex flex-wrap gap-x-4 text-sm text-ink-2">
      {facts.map(({ label, value, href }) => (
        <div className="flex gap-1.5" key={label}>
          <dt>{label}</dt>
          <dd className="text-ink">
            {href === undefined ? value : <TextLink href={href}>{value}</TextLink>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function RowsBehind({ text, items }: FindingView["rows"][number]) {
  return (
    <details className="text-xs text-ink-2">
      <summary className="inline-flex items-center gap-1 hover:text-act">
        {text}
        <span className="text-ink-3 opened:[transform:rotate(180deg)] print:hidden">
          <Icon name="down" size={12} />
        </span>
      </summary>
      <ul className="mt-1 space-y-0.5">
        {items.map(({ label, value, href }) => (
          <li className="flex justify-between gap-3" key={`${href}${label}`}>
            {href === undefined ? label : <TextLink href={href}>{label}</TextLink>}
            <span className="whitespace-nowrap">{value}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Missing({ missing }: { missing: FindingView["missing"] }) {
  return (
    <ul className="flex flex-wrap gap-x-4">
      {missing.map(({ label, href }) => (
        <li className="flex items-center gap-1" key={label}>
          <span className="text-unknown">
            <Icon name="question" size={13} />
          </span>
          {href === undefined ? `待补：${label}` : <TextLink href={href}>待补：{label}</TextLink>}
        </li>
      ))}
    </ul>
  );
}

function RemedyLink({ remedy, onPatch }: { remedy: Remedy; onPatch: VerdictFindingProps["onPatch"] }) {
  const { text, href, patchKey } = remedy;
  if (patchKey !== undefined && onPatch !== undefined) {
    return (
      <button
        className="inline-flex items-center gap-1 text-left text-act underline decoration-act-mute underline-offset-4 hover:decoration-act"
        onClick={() => onPatch(patchKey)}
        type="button"
      >
        {text}
        <Icon name="arrow" size={13} />
      </button>
    );
  }
  return href === undefined ? <span>{text}</span> : <TextLink href={href}>{text}</TextLink>;
}

function Basis({ finding: { basis, ruleHref } }: { finding: FindingView }) {
  if (basis.length === 0 && ruleHref === null) return null;
  return (
    <p className="flex flex-wrap gap-x-3 text-xs text-ink-3">
      {basis.map(({ kind, text, from }) => (
        <span key={text}>
          {kind !== "规范性文件" && `${kind}：`}
          {text}
          {from !== null && ` · 自${from}起`}
        </span>
      ))}
      {ruleHref !== null && <TextLink href={ruleHref}>条款与问答</TextLink>}
    </p>
  );
}
