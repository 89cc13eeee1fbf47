import { verdictView } from "@/app/(portal)/_components/verdict-view";
import { Card } from "@/components/page/card";
import { PlainTable } from "@/components/page/plain-table";
import { Verdict } from "@/components/page/verdict";
import { Tabs } from "@/components/ui/tabs";
import { momentText } from "@/lib/core/dates";
import type { CaseFile } from "./case-file";

type CaseVerdictProps = { file: CaseFile; chosen: string | undefined };

/** The verdict as it was frozen at each step, and by the rules of today with what they say otherwise. */
export function CaseVerdict({ file, chosen }: CaseVerdictProps) {
  const { id, frozen, verdict, recalculated } = file;
  const kept = chosen === "now" ? undefined : (frozen.find((each) => each.id === chosen) ?? frozen.at(-1));
  return (
    <div className="space-y-3 scroll-mt-16" id="verdict">
      {frozen.length > 0 && (
        <Tabs
          current={kept?.id ?? "now"}
          items={[
            ...frozen.map((each) => ({
              ...{ key: each.id, label: `${each.moment}时`, href: `/spending/${id}?verdict=${each.id}` },
            })),
            {
              ...{ key: "now", label: "按现行规则重算", href: `/spending/${id}?verdict=now` },
              ...(recalculated.length > 0 ? { count: recalculated.length } : {}),
            },
          ]}
          label="结论的时点"
        />
      )}
      {kept === undefined && frozen.length > 0 && <Differences changes={recalculated} />}
      {kept !== undefined && (
        <Verdict
          verdict={verdictView(kept.verdict, {
            frozenAt: `${momentText(kept.at)}${kept.moment}时`,
          })}
        />
      )}
      {kept === undefined && verdict !== null && <Verdict verdict={verdictView(verdict)} />}
      {kept === undefined && verdict === null && (
        <Card title="依据与结论">
          <p className="text-ink-2">填写发生日期后给出结论。</p>
        </Card>
      )}
    </div>
  );
}

function Differences({ changes }: { changes: CaseFile["recalculated"] }) {
  return (
    <Card flush={changes.length > 0} title="与最近一次固定结论的差异">
      {changes.length === 0 ? (
        <p className="text-ink-2">没有差异：按现行规则和标准重算，结论与固定时一致。</p>
      ) : (
        <PlainTable
          caption="差异"
          columns={[
            { key: "title", label: "条款或标准" },
            { key: "before", label: "固定时" },
            { key: "after", label: "现行" },
          ]}
          rows={changes.map(({ title, before, after }) => ({ key: title, cells: [title, before, after] }))}
          titleKey="title"
        />
      )}
    </Card>
  );
}
