import { Card } from "@/components/page/card";
import { Money } from "@/components/page/money";
import { PlainTable } from "@/components/page/plain-table";
import { parseYuan } from "@/lib/core/money";
import type { CaseFile } from "./case-file";

/** Who received or took part; a long list opens on demand. */
export function CasePeople({ file: { draft, context } }: { file: CaseFile }) {
  const { people } = draft;
  if (people.length === 0) return null;
  const names = new Map(context.people.map((person) => [person.workerId, person.name]));
  const signed = people.filter((person) => person.isSigned).length;
  return (
    <Card flush title={`享受、参加人员（${people.length}人${signed > 0 ? `，已签收${signed}人` : ""}）`}>
      <details open={people.length <= 10}>
        <summary className="px-4.5 py-2.5 text-act hover:underline">查看名单</summary>
        <PlainTable
          caption="名单"
          columns={[
            { key: "name", label: "姓名" },
            { key: "amount", label: "金额（元）", align: "end" },
            { key: "signed", label: "签收" },
          ]}
          rows={people.map((person) => ({
            key: person.workerId,
            cells: [
              names.get(person.workerId) ?? "不在册人员",
              <Money fen={parseYuan(person.amount)} key="amount" />,
              person.isSigned ? "已签收" : "—",
            ],
          }))}
          titleKey="name"
        />
      </details>
    </Card>
  );
}
