import { Card } from "@/components/page/card";
import { PageHeader } from "@/components/page/page-header";
import { PlainTable } from "@/components/page/plain-table";
import { requireActor } from "@/lib/server/session";
import { roleSteps, verdictWords } from "./content";

export const metadata = { title: "使用帮助" };

export default async function HelpPage() {
  await requireActor();
  return (
    <>
      <PageHeader
        lead="一笔支出从填报到记账怎么走，每个岗位做哪一步，结论里的词是什么意思。"
        title="使用帮助"
      />
      <div className="space-y-5">
        <Card flush title="谁办哪一步">
          <PlainTable
            caption="岗位与步骤"
            columns={[
              { key: "role", label: "岗位" },
              { key: "step", label: "做什么" },
              { key: "place", label: "在哪里" },
            ]}
            rows={roleSteps.map(({ role, step, place }) => ({ key: role, cells: [role, step, place] }))}
          />
        </Card>
        <Card flush title="结论的词">
          <PlainTable
            caption="结论的词"
            columns={[
              { key: "word", label: "词" },
              { key: "meaning", label: "意思" },
              { key: "next", label: "接下来" },
            ]}
            rows={verdictWords.map(({ word, meaning, next }) => ({
              key: word,
              cells: [word, meaning, next],
            }))}
          />
        </Card>
      </div>
    </>
  );
}
