"use client";

import { useRouter } from "next/navigation";
import { Combobox } from "@/components/form/combobox";
import { DateInput } from "@/components/form/date-input";
import { Form } from "@/components/form/form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { DialogButton } from "@/components/ui/dialog-button";
import { recordPaperApprovalAction, recordPaperStepAction } from "../actions";

export type PaperStepChoices = {
  persons: readonly { id: string; label: string }[];
  /** Papers of the document, one of which is the signed sheet. */
  scans: readonly { id: string; label: string }[];
  today: string;
};

type PaperStepProps = {
  action: string;
  label: string;
  documentId: string;
  version: number;
  choices: PaperStepChoices;
};

/** A signature on paper, recorded afterwards: who signed, when, and the scan it stands on. */
export function PaperStep({ action, label, documentId, version, choices }: PaperStepProps) {
  const router = useRouter();
  const isApproval = action === "recordApproval";
  return (
    <DialogButton label={label} title={label}>
      {choices.scans.length === 0 ? (
        <p>请先打印审批单，签字盖章后拍照或扫描，在“材料”里上传，再回到这里登记。</p>
      ) : (
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
              hint="录入人不能是签字人本人"
              label="签字人"
              name="onPaper.signerId"
              options={choices.persons.map((person) => ({ value: person.id, label: person.label }))}
            />
            <DateInput defaultValue={choices.today} label="签字日期" name="onPaper.signedOn" />
            <Select
              choices={choices.scans.map((scan) => ({ value: scan.id, label: scan.label }))}
              emptyLabel="请选择"
              label="已签字单据的扫描件"
              name="onPaper.attachmentId"
            />
            <TextInput label="说明" maxLength={500} name="note" optional />
            <SubmitButton>登记</SubmitButton>
          </div>
        </Form>
      )}
    </DialogButton>
  );
}
