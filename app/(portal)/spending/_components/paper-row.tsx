"use client";

import { type DragEvent, useEffect, useId, useRef, useState } from "react";
import { type Upload, useUploads } from "@/components/form/use-uploads";
import { Bar } from "@/components/ui/bar";
import { Chip } from "@/components/ui/chip";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import type { Tone } from "@/components/ui/tone";
import type { Paper } from "./draft-model";

/** Puts an arrived file with the document; the answer is what is wrong, or the paper. */
export type Attach = (file: {
  kind: string;
  fileName: string;
  sizeBytes: number;
  ticket: string;
}) => Promise<Paper | string>;

type PaperRowProps = {
  kind: string;
  /** When it is due, and whether that stands in the way now. */
  due: { label: string; tone: Tone } | null;
  papers: readonly Paper[];
  attach: Attach;
  onAttached: (paper: Paper) => void;
  onRemove: ((paper: Paper) => void) | null;
  /** Files dropped elsewhere on the page and meant for this row. */
  incoming: readonly File[];
};

const maxBytes = 20 * 1024 * 1024;

/** One kind of paper: what is there, what is on its way, and room to drop more. */
export function PaperRow({ kind, due, papers, attach, onAttached, onRemove, incoming }: PaperRowProps) {
  const id = useId();
  const [over, setOver] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { uploads, add, remove } = useUploads("/api/files", [], maxBytes);
  const taken = useRef(new Set<string>());

  // An upload that has arrived is put with the document once, and then is a paper like the others.
  useEffect(() => {
    for (const { key, id: ticket, name, size } of uploads) {
      if (ticket === undefined || taken.current.has(key)) continue;
      taken.current.add(key);
      attach({ kind, fileName: name, sizeBytes: size, ticket }).then((answer) => {
        remove(key);
        setFailure(typeof answer === "string" ? answer : null);
        if (typeof answer !== "string") onAttached(answer);
      });
    }
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: only files that newly came are added
  useEffect(() => {
    if (incoming.length > 0) add(incoming);
  }, [incoming]);

  const drag = (event: DragEvent<HTMLElement>) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(event.type === "dragover");
    if (event.type === "drop") add(event.dataTransfer.files);
  };

  return (
    <li
      className={classNames("border-b border-line px-3 py-1.5 last:border-0", over && "bg-act-soft")}
      onDragLeave={drag}
      onDragOver={drag}
      onDrop={drag}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span>{kind}</span>
        {papers.length > 0 ? (
          <Chip tone="ok">✓ {papers.length}份</Chip>
        ) : (
          due !== null && <Chip tone={due.tone}>{due.label}</Chip>
        )}
        <label
          className="relative ml-auto flex cursor-pointer items-center gap-1 rounded-control px-2 py-0.5 text-sm text-act focus-within:outline-2 focus-within:outline-act hover:bg-act-soft"
          htmlFor={id}
        >
          <Icon name="upload" size={14} />
          拖到此行或选择
          <span className="sr-only">{kind}的文件</span>
          <input
            className="absolute inset-0 h-full w-full cursor-pointer text-[0px] opacity-0"
            id={id}
            multiple
            onChange={(event) => {
              add(event.currentTarget.files ?? []);
              event.currentTarget.value = "";
            }}
            type="file"
          />
        </label>
      </div>
      {papers.map((paper) => (
        <p className="flex items-center gap-2 text-sm" key={paper.id}>
          <Icon name="file" size={13} />
          <a className="min-w-0 truncate text-act hover:underline" href={`/api/files/${paper.id}`}>
            {paper.fileName}
          </a>
          {onRemove !== null && !paper.isLocked && (
            <button
              aria-label={`移除${paper.fileName}`}
              className="rounded-control p-1 text-ink-3 hover:bg-ground hover:text-bad"
              onClick={() => onRemove(paper)}
              type="button"
            >
              <Icon name="cross" size={13} />
            </button>
          )}
        </p>
      ))}
      <div aria-live="polite">
        {uploads.map((upload) => (
          <OnItsWay key={upload.key} onRemove={() => remove(upload.key)} upload={upload} />
        ))}
        {failure !== null && <p className="text-sm text-bad">✗ {failure}</p>}
      </div>
    </li>
  );
}

function OnItsWay({ upload, onRemove }: { upload: Upload; onRemove: () => void }) {
  const { name, share, failure } = upload;
  return (
    <div className="text-sm">
      <p className="flex items-center gap-2">
        <Icon name="file" size={13} />
        <span className="min-w-0 flex-1 truncate">{name}</span>
        <span className={failure === undefined ? "text-ink-2" : "text-bad"}>
          {failure ?? `已传${Math.round(share * 100)}%`}
        </span>
        <button
          aria-label={`移除${name}`}
          className="rounded-control p-1 text-ink-3 hover:bg-ground hover:text-bad"
          onClick={onRemove}
          type="button"
        >
          <Icon name="cross" size={13} />
        </button>
      </p>
      {failure === undefined && <Bar share={share} />}
    </div>
  );
}
