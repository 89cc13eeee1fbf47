"use client";

import { type MouseEvent, useContext } from "react";
import { FormContext, fieldId } from "@/components/form/form-context";
import { SubmitButton } from "@/components/form/submit-button";
import { severityTone } from "@/components/page/verdict-view";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { toneSign, toneSoft } from "@/components/ui/tone";
import { conclusionFor, forbiddenCount, laterPapers, type Obstacle, obstaclesOf } from "./draft-readiness";
import { verdictAnchor } from "./draft-verdict";
import type { DraftWork } from "./use-draft";
import type { KeepingState } from "./use-draft-keeping";

/** Handing in and keeping; what stands in the way is said in one line beside the button that cannot be pressed. */
export function DraftFoot({ work }: { work: DraftWork }) {
  const { draft, verdict, papers, keeping, contextState } = work;
  const { formId } = useContext(FormContext);
  const forbidden = forbiddenCount(verdict);
  const obstacles = obstaclesOf(draft, verdict, papers);
  const whyId = `${formId}-why`;
  return (
    <>
      {verdict !== null && <OneLine verdict={verdict} />}
      <div className="z-10 -mx-4 mt-6 rounded-b-card border-t border-line bg-paper px-4 py-2.5 sm:-mx-5 sm:px-5 lg:sticky lg:bottom-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <SubmitButton
            aria-describedby={whyId}
            disabled={obstacles.length + forbidden > 0}
            name="intent"
            value="submit"
          >
            提交审批
          </SubmitButton>
          <SubmitButton look="secondary" name="intent" pressedBy="save" value="save">
            存草稿 <Kbd>Ctrl S</Kbd>
          </SubmitButton>
          <div className="min-w-0 flex-1 basis-60 text-sm" id={whyId}>
            <Lacking forbidden={forbidden} later={laterPapers(draft.type, papers)} obstacles={obstacles} />
          </div>
          <Kept keeping={keeping} />
        </div>
        {contextState === "FAILED" && (
          <p className="mt-1 text-sm text-warn">! 没有取到最新的预算与往来数据，提交时以服务器核对为准</p>
        )}
      </div>
    </>
  );
}

/** How many things the line names; the fold behind it names all. */
const named = 3;

type LackingProps = { obstacles: readonly Obstacle[]; forbidden: number; later: string | null };

function Lacking({ obstacles, forbidden, later }: LackingProps) {
  const rest = obstacles.length > named;
  const line = (
    <span className="text-bad">
      {forbidden > 0 && <Goto field="verdict" text={`${forbidden}条禁止，解决后可提交`} />}
      {forbidden > 0 && obstacles.length > 0 && "；"}
      {obstacles.length > 0 && `还差${obstacles.length}项：`}
      <Names obstacles={obstacles.slice(0, named)} />
      {rest && "等"}
    </span>
  );
  if (!rest && later === null) return line;
  return (
    <>
      {line}
      <details>
        <summary className="inline-flex items-center gap-1 text-ink-2 hover:text-act">
          {rest ? "全部列出" : "以后补的材料"} <Icon name="down" size={12} />
        </summary>
        {rest && (
          <p className="text-bad">
            <Names obstacles={obstacles} />
          </p>
        )}
        {later !== null && <p className="text-ink-2">{later}</p>}
      </details>
    </>
  );
}

function Names({ obstacles }: { obstacles: readonly Obstacle[] }) {
  return obstacles.map(({ text, field }, index) => (
    <span key={text}>
      {index > 0 && "、"}
      <Goto field={field} text={text} />
    </span>
  ));
}

/** Leads to a field of the form and puts the cursor there. */
function Goto({ field, text }: Obstacle) {
  const { formId } = useContext(FormContext);
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    const target = document.getElementById(placeId(formId, field));
    if (target === null) return;
    event.preventDefault();
    target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
  };
  return (
    <a className="hover:underline" href={`#${placeId(formId, field)}`} onClick={go}>
      {text}
    </a>
  );
}

/** On a phone the conclusion stays in sight in one line, while its grounds follow the form. */
function OneLine({ verdict }: { verdict: NonNullable<DraftWork["verdict"]> }) {
  const tone = severityTone[verdict.conclusion];
  return (
    <a
      className={classNames(
        "sticky bottom-0 z-10 -mx-4 mt-4 flex items-center gap-2 border-t border-line px-4 py-2 text-sm font-semibold sm:-mx-5 sm:px-5 lg:hidden",
        toneSoft[tone],
      )}
      href={`#${verdictAnchor}`}
    >
      <Icon name={toneSign[tone]} size={14} />
      <span className="min-w-0 flex-1 truncate">{conclusionFor(verdict)}</span>
      <span className="font-normal whitespace-nowrap">看依据 ↓</span>
    </a>
  );
}

function placeId(formId: string, field: string): string {
  return field === "verdict" ? verdictAnchor : fieldId(formId, field);
}

const words: Record<KeepingState, string> = {
  KEPT: "",
  CHANGED: "有改动未保存",
  SENDING: "正在保存",
  REFUSED: "没有保存",
};

function Kept({ keeping }: { keeping: DraftWork["keeping"] }) {
  const { state, refusal, documentId } = keeping;
  const isKept = state === "KEPT" && documentId !== null;
  return (
    <p className={state === "REFUSED" ? "text-sm text-bad" : "text-sm text-ink-3"} role="status">
      {state === "REFUSED" ? `${words.REFUSED}：${refusal}` : isKept ? "草稿已保存" : words[state]}
    </p>
  );
}
