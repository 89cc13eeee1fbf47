"use client";

import { useContext } from "react";
import { verdictView } from "@/app/(portal)/_components/verdict-view";
import { FormContext, fieldId } from "@/components/form/form-context";
import { Card } from "@/components/page/card";
import { Verdict } from "@/components/page/verdict";
import type { Verdict as Judged } from "@/lib/policy/verdict";
import { placeOfFact } from "./draft-model";
import { conclusionFor } from "./draft-readiness";

/** Where the verdict stands on the page. */
export const verdictAnchor = "verdict";

type DraftVerdictProps = {
  verdict: Judged | null;
  onPatch: (patchKey: string) => void;
  /** Whether figures of the server are being asked for anew. */
  isRenewing: boolean;
};

/** Conclusion and grounds beside the form; on a phone they follow it. */
export function DraftVerdict({ verdict, onPatch, isRenewing }: DraftVerdictProps) {
  const { formId } = useContext(FormContext);
  const placeOf = (factId: string) => {
    const place = placeOfFact(factId);
    if (place === null) return undefined;
    return "page" in place ? place.page : `#${fieldId(formId, place.field)}`;
  };
  return (
    <div
      className="scroll-mt-16 lg:sticky lg:top-16 lg:max-h-[calc(100vh-80px)] lg:overflow-y-auto"
      id={verdictAnchor}
      tabIndex={-1}
    >
      {verdict === null ? (
        <Card title="依据与结论">
          <p className="text-ink-2">
            选定支出类型和发生日期后，这里逐条给出结论、依据、算式和还差什么，边填边变。
          </p>
        </Card>
      ) : (
        <Verdict
          onPatch={onPatch}
          verdict={verdictView(verdict, {
            ...{ placeOf, conclusion: conclusionFor(verdict) },
            ...(isRenewing ? { note: "正在取最新的预算与往来数据" } : {}),
          })}
        />
      )}
    </div>
  );
}
