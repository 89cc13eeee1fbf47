import { PageHeader } from "@/components/page/page-header";
import { PrintButton } from "@/components/page/print-button";
import { requireActor } from "@/lib/server/session";
import { filtersOf, type SearchParams } from "../_components/policies-place";
import { PolicyTabs } from "../_components/policy-tabs";
import { InstrumentTable } from "./_components/instrument-table";

export const metadata = { title: "文件" };

export default async function InstrumentsPage({ searchParams }: { searchParams: SearchParams }) {
  await requireActor();
  return (
    <>
      <PageHeader
        actions={<PrintButton />}
        lead="规则引用的法律、制度、通知和区总工会答复，以及每份文件支撑的规则。"
        title="文件"
      />
      <PolicyTabs current="instruments" />
      <InstrumentTable filters={await filtersOf(searchParams)} />
    </>
  );
}
