import { Card } from "@/components/page/card";
import { Timeline } from "@/components/page/timeline";
import { TextLink } from "@/components/ui/text-link";
import { momentText } from "@/lib/core/dates";
import type { CaseFile } from "./case-file";

/** Who did what, and when, the newest first; paper steps tell signer and recorder apart. */
export function CaseTimeline({ steps }: { steps: CaseFile["steps"] }) {
  if (steps.length === 0) return null;
  return (
    <Card title="经过">
      <Timeline
        entries={steps.toReversed().map((step) => ({
          key: step.id,
          on: step.onPaper ? (step.signedOn ?? "") : momentText(step.at),
          who: step.by,
          what: <What step={step} />,
          why: step.note ?? undefined,
        }))}
      />
    </Card>
  );
}

function What({ step }: { step: CaseFile["steps"][number] }) {
  if (!step.onPaper) return step.label;
  return (
    <>
      {step.label}（纸质签字，{step.recordedBy}于{momentText(step.at)}录入
      {step.attachmentId !== null && (
        <>
          ，
          <TextLink download href={`/api/files/${step.attachmentId}`}>
            扫描件
          </TextLink>
        </>
      )}
      ）
    </>
  );
}
