import { type Actor, may } from "@/lib/server/actor";
import type { CaseFile } from "./case-file";
import { CaseInvoices } from "./case-invoices";
import { CaseLines } from "./case-lines";
import { CasePapers } from "./case-papers";
import { CasePeople } from "./case-people";
import { CaseStepsFor } from "./case-steps-for";
import { CaseSummary } from "./case-summary";
import { CaseTimeline } from "./case-timeline";
import { CaseVerdict } from "./case-verdict";

type CaseBodyProps = { file: CaseFile; actor: Actor; verdict: string | undefined };

/** What was handed in with the decision under its sum at the left; conclusion, grounds and history at the right. */
export function CaseBody({ file, actor, verdict }: CaseBodyProps) {
  const { id, type, papers, checklist, state, union } = file;
  const isOpen = may(actor, "spending.attach", union.id) && state !== "ARCHIVED" && state !== "REJECTED";
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_340px] xl:grid-cols-[minmax(0,1fr)_404px]">
      <div className="min-w-0 space-y-4">
        <CaseLines file={file} />
        <CaseStepsFor actor={actor} file={file} />
        <CaseSummary file={file} />
        <CasePapers
          checklist={checklist}
          documentId={id}
          isOpen={isOpen}
          key={papers.length}
          papers={papers}
          type={type}
        />
        <CaseInvoices file={file} />
        <CasePeople file={file} />
      </div>
      <div className="min-w-0 space-y-4">
        <CaseVerdict chosen={verdict} file={file} />
        <CaseTimeline steps={file.steps} />
      </div>
    </div>
  );
}
