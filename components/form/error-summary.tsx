"use client";

import { type MouseEvent, useEffect, useRef } from "react";
import { Sign } from "@/components/ui/sign";
import type { FormResult } from "./form";
import { fieldId } from "./form-context";

type Refused = Extract<FormResult, { ok: false }>;

/** Stands on top of a refused form and takes the focus; each line leads to its field. */
export function ErrorSummary({ formId, result }: { formId: string; result: Refused }) {
  const summary = useRef<HTMLDivElement>(null);
  const problems = result.problems ?? [];

  // Every refusal is a new object, so the summary takes the focus again after a second try.
  useEffect(() => {
    if (result.ok === false) summary.current?.focus();
  }, [result]);

  const goToField = (event: MouseEvent<HTMLAnchorElement>, name: string) => {
    const field = document.getElementById(fieldId(formId, name));
    if (field === null) return;
    event.preventDefault();
    field.focus();
    field.scrollIntoView({ block: "center" });
  };

  return (
    <div
      className="mb-5 flex gap-2.5 rounded-card border border-bad bg-paper p-4"
      ref={summary}
      role="alert"
      tabIndex={-1}
    >
      <Sign tone="bad" />
      <div className="min-w-0 flex-1">
        <h2 className="font-semibold">{result.message}</h2>
        {problems.length > 0 && (
          <ul className="mt-1 space-y-0.5">
            {problems.map(({ name, label, message }) => (
              <li key={name}>
                <a
                  className="text-bad underline underline-offset-4"
                  href={`#${fieldId(formId, name)}`}
                  onClick={(event) => goToField(event, name)}
                >
                  {label}：{message}
                </a>
              </li>
            ))}
          </ul>
        )}
        <p className="mt-1.5 text-sm text-ink-2">
          已填写的内容都保留着，{problems.length > 0 ? "改好后再提交即可。" : "可以稍后再试。"}
          {result.reference !== undefined && `仍有问题请报编号 ${result.reference}。`}
        </p>
      </div>
    </div>
  );
}
