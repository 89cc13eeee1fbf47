import { PageHeader } from "@/components/page/page-header";
import { Help } from "@/components/ui/help";
import { requireActor } from "@/lib/server/session";
import { PolicyTabs } from "../_components/policy-tabs";
import { CaseFile } from "./_components/case-file";
import { FactList } from "./_components/fact-list";

export const metadata = { title: "案例核对" };

export default async function CasesPage() {
  await requireActor();
  return (
    <>
      <PageHeader
        help={
          <Help label="表格怎么写">
            首行为列名：案例、规则集、业务日期、支出类型、若干事实、预期、预期金额、说明。规则集写“经费支出”等；预期写“F12:禁止
            F13:通过”，也可只写结论。空格表示不知道，没有的列不参与判定。下表是可用的列名。
          </Help>
        }
        lead="把案例写成表格，按现行标准逐行核对；文件只在本次核对中使用，不保存。"
        title="案例核对"
      />
      <PolicyTabs current="cases" />
      <div className="grid gap-4">
        <CaseFile />
        <FactList />
      </div>
    </>
  );
}
