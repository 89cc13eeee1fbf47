import { Card } from "@/components/page/card";
import { PageHeader } from "@/components/page/page-header";
import { Help } from "@/components/ui/help";
import { requireForPage } from "@/lib/server/page-read";
import { requireActor } from "@/lib/server/session";
import { WordForm } from "../_components/word-form";

export const metadata = { title: "增加词语" };

export default async function NewWordPage() {
  requireForPage(await requireActor(), "policies.confirm");
  return (
    <>
      <PageHeader
        back={{ label: "词表", href: "/policies/words" }}
        help={<Help>例外是含有该词但不应算的更长的词，例如“烟”的例外“油烟”，用顿号隔开。</Help>}
        lead="从某日起，品名或摘要中出现这个词就按所选结论判定。"
        title="增加词语"
      />
      <Card>
        <WordForm />
      </Card>
    </>
  );
}
