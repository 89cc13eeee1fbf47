"use client";

import { type DragEvent, useEffect, useId, useRef, useState } from "react";
import { megabytes, useUploads } from "@/components/form/use-uploads";
import { Bar } from "@/components/ui/bar";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";

/** A file that has arrived: its own name and the ticket a command redeems. */
export type ArrivedFile = { fileName: string; ticket: string };

type OneFileProps = {
  label: string;
  accept: string;
  onFile: (file: ArrivedFile | null) => void;
};

const maxBytes = 20 * 1024 * 1024;

/** One file to be dropped or chosen, for work that starts with a file; a second one takes the place of the first. */
export function OneFile({ label, accept, onFile }: OneFileProps) {
  const id = useId();
  const [over, setOver] = useState(false);
  const { uploads, add, remove } = useUploads("/api/files", [], maxBytes);
  const upload = uploads.at(-1);
  const told = useRef<string | undefined>(undefined);

  useEffect(() => {
    if (upload?.id === told.current) return;
    told.current = upload?.id;
    onFile(upload?.id === undefined ? null : { fileName: upload.name, ticket: upload.id });
  });

  const take = (files: Iterable<File>) => {
    const [file] = files;
    if (file === undefined) return;
    for (const old of uploads) remove(old.key);
    add([file]);
  };
  const drag = (event: DragEvent<HTMLElement>) => {
    event.preventDefault();
    setOver(event.type === "dragover");
    if (event.type === "drop") take(event.dataTransfer.files);
  };

  return (
    <div>
      <div
        className={classNames(
          "relative flex flex-wrap items-center justify-center gap-2 rounded-control border border-dashed px-4 py-6 text-ink-2 focus-within:border-act",
          over ? "border-act bg-act-soft" : "border-edge hover:border-act",
        )}
      >
        <Icon name="upload" />
        <label htmlFor={id}>{label}</label>
        <input
          accept={accept}
          className="absolute inset-0 h-full w-full cursor-pointer text-[0px] opacity-0"
          id={id}
          onChange={(event) => {
            take(event.currentTarget.files ?? []);
            event.currentTarget.value = "";
          }}
          onDragLeave={drag}
          onDragOver={drag}
          onDrop={drag}
          type="file"
        />
      </div>
      <div aria-live="polite" className="mt-2 text-sm">
        {upload !== undefined && (
          <>
            <p className="flex items-center gap-2">
              <Icon name="file" size={14} />
              <span className="min-w-0 flex-1 truncate">{upload.name}</span>
              <span className={upload.failure === undefined ? "text-ink-2" : "text-bad"}>
                {upload.failure ??
                  (upload.id === undefined
                    ? `已传${Math.round(upload.share * 100)}%`
                    : `✓ ${megabytes(upload.size)}`)}
              </span>
            </p>
            {upload.id === undefined && upload.failure === undefined && <Bar share={upload.share} />}
          </>
        )}
      </div>
    </div>
  );
}
