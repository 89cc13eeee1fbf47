import { Card } from "@/components/page/card";
import { EmptyState } from "@/components/page/empty-state";
import { PlainTable } from "@/components/page/plain-table";
import { Chip } from "@/components/ui/chip";
import { versionTime } from "@/lib/policies/model";
import type { listOwnParams, ShownVersion } from "@/lib/policies/queries";
import { Days, VersionTimeChip } from "../../_components/badges";
import { OwnDialog } from "./own-dialog";

type OwnParamsProps = {
  own: Awaited<ReturnType<typeof listOwnParams.run>>;
  unionId: number;
  maySet: boolean;
  on: string;
};

/** The standards that are left to the union, what it has set, and its earlier values. */
export function OwnParams({ own, unionId, maySet, on }: OwnParamsProps) {
  const standards = own.common.filter((each) => versionTime(each, on) === "CURRENT");
  return (
    <div className="grid gap-4">
      <Card flush title="由本单位确定的标准">
        {standards.length === 0 ? (
          <EmptyState title="目前没有留给各单位确定的标准" />
        ) : (
          <PlainTable
            caption="由本单位确定的标准"
            columns={[
              { key: "label", label: "标准" },
              { key: "value", label: "本单位现行", align: "end" },
              { key: "days", label: "适用日期" },
              { key: "document", label: "依据" },
              { key: "default", label: "未填写时" },
              { key: "actions", label: "办理" },
            ]}
            rows={standards.map((standard) => standardRow(standard, own.own, { unionId, maySet, on }))}
            titleKey="label"
          />
        )}
      </Card>
      {own.own.length > 0 && <History versions={own.own} on={on} />}
    </div>
  );
}

function standardRow(
  standard: ShownVersion,
  own: readonly ShownVersion[],
  { unionId, maySet, on }: { unionId: number; maySet: boolean; on: string },
) {
  const versions = own.filter((each) => each.code === standard.code);
  const mine = versions.find((each) => versionTime(each, on) === "CURRENT");
  // A saved version makes this another dialog, which begins closed.
  const saved = versions.at(-1)?.id ?? "none";
  return {
    key: standard.code,
    cells: [
      standard.label,
      mine?.display ?? (
        <Chip key="value" tone="unknown">
          未填写
        </Chip>
      ),
      mine === undefined ? "—" : <Days from={mine.from} key="days" to={mine.to} />,
      mine?.document ?? "—",
      standard.isSet ? `按${standard.display}` : "相关支出待补标准",
      maySet ? (
        <OwnDialog key={saved} standard={standard} unionId={unionId} />
      ) : (
        "由会计、工会主席或管理员填写"
      ),
    ],
  };
}

function History({ versions, on }: { versions: readonly ShownVersion[]; on: string }) {
  return (
    <Card flush title="填写记录">
      <PlainTable
        caption="本单位标准的各版本"
        columns={[
          { key: "label", label: "标准" },
          { key: "value", label: "数值", align: "end" },
          { key: "days", label: "适用日期" },
          { key: "time", label: "时效" },
          { key: "document", label: "依据" },
          { key: "who", label: "填写" },
        ]}
        rows={versions.map((each) => ({
          key: each.id,
          cells: [
            each.label,
            each.display,
            <Days from={each.from} key="days" to={each.to} />,
            <VersionTimeChip key="time" time={versionTime(each, on)} />,
            each.document,
            `${each.createdBy ?? "系统"} ${each.confirmedOn ?? ""}`,
          ],
        }))}
        titleKey="label"
      />
    </Card>
  );
}
