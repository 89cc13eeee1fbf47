import { Card } from "@/components/page/card";
import { PageHeader } from "@/components/page/page-header";
import { Help } from "@/components/ui/help";
import { shelvedRules } from "@/lib/policies/rules/rulebooks";
import { requireForPage } from "@/lib/server/page-read";
import { requireActor } from "@/lib/server/session";
import { RulingForm } from "../_components/ruling-form";

export const metadata = { title: "登记答复单" };

export default async function NewRulingPage() {
  requireForPage(await requireActor(), "policies.confirm");
  const rules = shelvedRules.map(({ rule }) => ({ id: rule.id, title: rule.title }));
  return (
    <>
      <PageHeader
        back={{ label: "答复单", href: "/policies/rulings" }}
        help={
          <Help>
            登记后，所选规则在适用日期内的判定都会注明这份答复单；登记的内容不能修改，有变动时另行登记。
          </Help>
        }
        lead="登记区总工会对基层提问的书面答复。"
        title="登记答复单"
      />
      <Card>
        <RulingForm rules={rules} />
      </Card>
    </>
  );
}
