import { Card } from "@/components/page/card";
import { PlainTable } from "@/components/page/plain-table";
import { SummaryList } from "@/components/page/summary-list";
import { TextLink } from "@/components/ui/text-link";
import { versionTime } from "@/lib/policies/model";
import type { ShownRuling } from "@/lib/policies/queries";
import type { BoundaryCase } from "@/lib/policies/reports/case-file";
import { pendingReasons, type ShelvedRule } from "@/lib/policies/rules/rulebooks";
import { instruments } from "@/lib/policy/instruments";
import { type PolicyParam, paramScopeLabels, showParam } from "@/lib/policy/params";
import { factsOf, paramCodesOf, type Rule } from "@/lib/policy/rule";
import { Days, KindChip, ParamStatusBadge, VersionTimeChip } from "../../../_components/badges";
import { appliesToText } from "../../../_components/rule-rows";
import { CasesCard } from "./cases-card";

type RuleTextProps = {
  shelved: ShelvedRule;
  policyParams: readonly PolicyParam[];
  rulings: readonly ShownRuling[];
  cases: readonly BoundaryCase[];
  on: string;
};

/** Everything a rule says and rests on. */
export function RuleText({ shelved, policyParams, rulings, cases, on }: RuleTextProps) {
  const { rule } = shelved;
  const pending = pendingReasons(rule, policyParams, on);
  return (
    <div className="grid gap-4">
      <Card title="规则">
        <SummaryList
          rows={[
            { label: "适用于", value: appliesToText(shelved) },
            { label: "适用日期", value: <Days from={rule.from} to={rule.to} /> },
            { label: "需要的信息", value: neededText(rule) },
            {
              label: "状态",
              value: (
                <>
                  <ParamStatusBadge status={pending.length === 0 ? "CONFIRMED" : "TO_CONFIRM"} />
                  {pending.length > 0 && (
                    <span className="ml-2 text-sm text-ink-2">{pending.join("、")}，最多判为需审批</span>
                  )}
                </>
              ),
            },
          ]}
        />
      </Card>
      <BasisCard rule={rule} />
      <ParamsCard on={on} params={policyParams} rule={rule} />
      {shelved.versions.length > 1 && <WordingsCard on={on} versions={shelved.versions} />}
      {rulings.length > 0 && <RulingsCard on={on} rulings={rulings} />}
      <CasesCard cases={cases} />
    </div>
  );
}

function neededText(rule: Rule): string {
  const labels = factsOf(rule).map((fact) => fact.label);
  return labels.length === 0 ? "无" : labels.join("、");
}

function BasisCard({ rule }: { rule: Rule }) {
  return (
    <Card flush title="依据">
      <PlainTable
        caption="依据文件"
        columns={[
          { key: "name", label: "文件" },
          { key: "kind", label: "种类" },
          { key: "docNo", label: "文号" },
          { key: "article", label: "条款" },
          { key: "issuer", label: "发文单位" },
          { key: "from", label: "适用日期" },
        ]}
        rows={rule.basis.map(({ instrument, article }) => {
          const { name, kind, docNo, issuer, from, to } = instruments[instrument];
          return {
            key: instrument,
            cells: [
              name,
              <KindChip key="kind" kind={kind} />,
              docNo || "—",
              article ?? "—",
              issuer,
              kind === "HINT" ? "—" : <Days from={from} key="from" to={to} />,
            ],
          };
        })}
        titleKey="name"
      />
    </Card>
  );
}

function ParamsCard({ rule, params, on }: { rule: Rule; params: readonly PolicyParam[]; on: string }) {
  const codes = paramCodesOf(rule);
  const versions = params.filter(({ code, unionId }) => unionId === null && codes.includes(code));
  if (versions.length === 0) return null;
  return (
    <Card aside={<TextLink href="/policies/params">标准确认</TextLink>} flush title="所用标准">
      <PlainTable
        caption="所用标准及各版本"
        columns={[
          { key: "label", label: "标准" },
          { key: "value", label: "数值", align: "end" },
          { key: "days", label: "适用日期" },
          { key: "time", label: "时效" },
          { key: "scope", label: "范围" },
          { key: "document", label: "来源" },
          { key: "status", label: "状态" },
        ]}
        rows={versions.map((param) => ({
          key: `${param.code}${param.from}`,
          cells: [
            param.label,
            showParam(param),
            <Days from={param.from} key="days" to={param.to} />,
            <VersionTimeChip key="time" time={versionTime(param, on)} />,
            paramScopeLabels[param.scope],
            param.document,
            <ParamStatusBadge key="status" status={param.status} />,
          ],
        }))}
        titleKey="label"
      />
    </Card>
  );
}

function WordingsCard({ versions, on }: { versions: readonly Rule[]; on: string }) {
  return (
    <Card flush title="各时期的规定">
      <PlainTable
        caption="各时期的规定"
        columns={[
          { key: "days", label: "适用日期" },
          { key: "time", label: "时效" },
          { key: "statement", label: "原文" },
          { key: "basis", label: "依据" },
        ]}
        rows={versions.map((each) => ({
          key: each.from,
          cells: [
            <Days from={each.from} key="days" to={each.to} />,
            <VersionTimeChip key="time" time={versionTime(each, on)} />,
            each.statement,
            each.basis.map(({ instrument }) => instruments[instrument].name).join("；"),
          ],
        }))}
        titleKey="days"
      />
    </Card>
  );
}

function RulingsCard({ rulings, on }: { rulings: readonly ShownRuling[]; on: string }) {
  return (
    <Card flush title="问过的问题">
      <PlainTable
        caption="区总工会就本规则的答复"
        columns={[
          { key: "number", label: "答复单" },
          { key: "question", label: "问题" },
          { key: "answer", label: "答复" },
          { key: "time", label: "时效" },
        ]}
        rows={rulings.map((ruling) => ({
          key: ruling.id,
          cells: [
            <TextLink href={`/policies/rulings/${ruling.id}`} key="number">
              {ruling.number}
            </TextLink>,
            ruling.question,
            ruling.answer,
            <VersionTimeChip key="time" time={versionTime(ruling, on)} />,
          ],
        }))}
        titleKey="number"
      />
    </Card>
  );
}
