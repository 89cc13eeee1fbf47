"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Combobox } from "@/components/form/combobox";
import { DateInput } from "@/components/form/date-input";
import { Form } from "@/components/form/form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { DialogButton } from "@/components/ui/dialog-button";
import { addAttachmentAction, recordPaperApprovalAction, recordPaperStepAction } from "../actions";
import { type Attach, PaperRow } from "./paper-row";

type Choice = { id: string; label: string };

export type PaperStepChoices = {
  /** Who may have signed as a witness. */
  persons: readonly Choice[];
  /** Who may have signed the approval. */
  approvers: readonly Choice[];
  /** Papers of the document, one of which is the signed sheet. */
  scans: readonly Choice[];
  mayAttach: boolean;
  today: string;
};

type PaperStepProps = {
  action: string;
  label: string;
  documentId: string;
  version: number;
  choices: PaperStepChoices;
};

const scanKind = "已签字的审批单";

/** A signature on paper, recorded afterwards: who signed, when, and the scan it stands on. */
export function PaperStep({ action, label, documentId, version, choices }: PaperStepProps) {
  const router = useRouter();
  const isApproval = action === "recordApproval";
  const signers = isApproval ? choices.approvers : choices.persons;
  return (
    <DialogButton label={label} title={label}>
      <Form
        action={isApproval ? recordPaperApprovalAction : recordPaperStepAction}
        label={label}
        onAccepted={() => router.refresh()}
        read={(data) => ({
          ...{ id: documentId, version, note: data.get("note") ?? "" },
          ...(isApproval ? {} : { action: "confirmWitness" }),
          onPaper: {
            signerId: data.get("onPaper.signerId"),
            signedOn: data.get("onPaper.signedOn"),
            attachmentId: data.get("onPaper.attachmentId"),
          },
        })}
      >
        <div className="space-y-3.5">
          <Combobox
            defaultValue={isApproval && signers.length === 1 ? signers[0]?.id : undefined}
            hint={isApproval ? "只列出有权审批本单的人" : "录入人不能是签字人本人"}
            label="签字人"
            name="onPaper.signerId"
            options={signers.map((person) => ({ value: person.id, label: person.label }))}
          />
          <DateInput defaultValue={choices.today} label="签字日期" name="onPaper.signedOn" />
          <ScanField documentId={documentId} mayAttach={choices.mayAttach} scans={choices.scans} />
          <TextInput label="说明" maxLength={500} name="note" optional />
          <SubmitButton>登记</SubmitButton>
        </div>
      </Form>
    </DialogButton>
  );
}

type ScanFieldProps = { documentId: string; scans: readonly Choice[]; mayAttach: boolean };

/** The scan of the signed sheet: one that is there, or one put with the document right here. */
function ScanField({ documentId, scans, mayAttach }: ScanFieldProps) {
  const [added, setAdded] = useState<readonly Choice[]>([]);
  const [chosen, setChosen] = useState("");
  // Nothing is refreshed yet: the page would be drawn anew and the open dialog lost.
  const attach: Attach = async ({ kind, fileName, sizeBytes, ticket }) => {
    const answer = await addAttachmentAction({ documentId, kind, fileName, ticket });
    if (!answer.ok) return answer.message;
    const id = new Map(Object.entries(Object(answer.value))).get("id");
    return { id: String(id), kind, fileName, mime: "", sizeBytes, isLocked: false };
  };
  const all = [...scans, ...added];
  return (
    <div className="space-y-2">
      {mayAttach && (
        <ul className="rounded-control border border-line">
          <PaperRow
            attach={attach}
            due={null}
            incoming={nothing}
            kind={scanKind}
            onAttached={(paper) => {
              setAdded((now) => [...now, { id: paper.id, label: `${paper.kind}：${paper.fileName}` }]);
              setChosen(paper.id);
            }}
            onRemove={null}
            papers={[]}
          />
        </ul>
      )}
      <Select
        choices={all.map((scan) => ({ value: scan.id, label: scan.label }))}
        emptyLabel={all.length === 0 ? "请先上传扫描件" : "请选择"}
        hint={mayAttach ? "打印审批单，签字盖章后拍照或扫描，在上面上传，或选择已上传的" : undefined}
        label="已签字单据的扫描件"
        name="onPaper.attachmentId"
        onChange={(event) => setChosen(event.currentTarget.value)}
        value={chosen}
      />
    </div>
  );
}

const nothing: readonly File[] = [];
