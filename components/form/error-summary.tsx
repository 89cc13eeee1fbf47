"use client";

import { type MouseEvent, useEffect, useRef, useState } from "react";
import { Sign } from "@/components/ui/sign";
import type { RefusedResult } from "./form";

type ErrorSummaryProps = { result: RefusedResult; fieldIdOf: (path: string) => string };

/** Stands on top of a refused form and takes the focus; each line leads to its field. */
export function ErrorSummary({ result, fieldIdOf }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  const [labels, setLabels] = useState<ReadonlyMap<string, string>>(new Map());

  // Every refusal is a new object, so a second one takes the focus again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: ids follow from the form and do not change
  useEffect(() => {
    setLabels(new Map(result.fields.map(({ path }) => [path, labelOf(fieldIdOf(path))])));
    summary.current?.focus();
  }, [result]);

  const goToField = (event: MouseEvent<HTMLAnchorElement>, path: string) => {
    const field = document.getElementById(fieldIdOf(path));
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
        <ul className="mt-1 space-y-0.5">
          {result.fields.map(({ path, message }) => (
            <li key={path}>
              <a
                className="text-bad underline underline-offset-4"
                href={`#${fieldIdOf(path)}`}
                onClick={(event) => goToField(event, path)}
              >
                {labels.get(path) ? `${labels.get(path)}：${message}` : message}
              </a>
            </li>
          ))}
        </ul>
        <p className="mt-1.5 text-sm text-ink-2">
          已填写的内容都保留着，{result.fields.length > 0 ? "改好后再提交即可。" : "可以稍后再提交。"}
          {result.reference !== undefined && `仍有问题请报编号${result.reference}。`}
        </p>
      </div>
    </div>
  );
}

function labelOf(id: string): string {
  const control = document.getElementById(id);
  const own = control?.getAttribute("aria-label");
  return own ?? document.querySelector(`label[for="${CSS.escape(id)}"]`)?.firstChild?.textContent ?? "";
}
