import type { SearchParams } from "@/app/(portal)/_components/page-place";
import { CaseHeader } from "@/components/page/case-header";
import { formatYuan } from "@/lib/core/money";
import { requireActor } from "@/lib/server/session";
import { CaseActions } from "../_components/case-actions";
import { CaseBody } from "../_components/case-body";
import { caseFileFor } from "../_components/case-file";
import { stateTones } from "../_components/document-state";

export const metadata = { title: "支出单据" };

type PageProps = { params: Promise<{ documentId: string }>; searchParams: SearchParams };

export default async function SpendingCasePage({ params, searchParams }: PageProps) {
  const { documentId } = await params;
  const { verdict } = await searchParams;
  const actor = await requireActor();
  const file = await caseFileFor(actor, documentId);
  return (
    <>
      <CaseHeader
        actions={<CaseActions actor={actor} file={file} />}
        back={{ label: "报销与支出", href: "/spending" }}
        lead={`${file.kindLabel}，${formatYuan(file.amountFen)}元。`}
        number={file.number ?? "未编号"}
        state={{ tone: stateTones[file.state], label: file.stateLabel }}
        title={file.title || "（未写事由）"}
        unit={file.union.name}
      />
      <CaseBody actor={actor} file={file} verdict={typeof verdict === "string" ? verdict : undefined} />
    </>
  );
}
