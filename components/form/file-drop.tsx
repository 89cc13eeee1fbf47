"use client";

import { type DragEvent, useState } from "react";
import { Bar } from "@/components/ui/bar";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { Field, type FieldProps } from "./field";
import { jsonSuffix } from "./read-fields";
import { megabytes, type Upload, type UploadedFile, useUploads } from "./use-uploads";

type FileDropProps = FieldProps & {
  /** Takes one file per POST and answers {"id": …} or {"message": …}. */
  uploadHref: string;
  accept?: string | undefined;
  maxBytes: number;
  initial?: readonly UploadedFile[] | undefined;
  /** A thin row, for a line of a list. */
  slim?: boolean | undefined;
};

/** Files dropped or chosen; the ids of those that arrived go out with the form as a list. */
export function FileDrop(props: FileDropProps) {
  const { uploadHref, accept, maxBytes, initial = [], slim = false, ...field } = props;
  const { uploads, add, remove } = useUploads(uploadHref, initial, maxBytes);
  const [over, setOver] = useState(false);

  const drag = (event: DragEvent<HTMLElement>) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent<HTMLElement>) => {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  };

  return (
    <Field {...field}>
      {({ name, ...control }) => (
        <>
          {/* The input lies over the whole row, so that a click, a drop and the keyboard all reach the same control. */}
          <div
            className={classNames(
              "relative flex items-center justify-center gap-2 rounded-control border border-dashed text-ink-2 focus-within:border-act",
              slim ? "px-3 py-1.5 text-sm" : "px-4 py-5",
              over ? "border-act bg-act-soft" : "border-edge hover:border-act",
            )}
          >
            <Icon name="upload" />
            拖到此处，或点击选择文件
            <input
              {...control}
              accept={accept}
              className="absolute inset-0 h-full w-full cursor-pointer text-[0px] opacity-0"
              multiple
              onChange={(event) => {
                add(event.currentTarget.files ?? []);
                event.currentTarget.value = "";
              }}
              onDragLeave={() => setOver(false)}
              onDragOver={drag}
              onDrop={drop}
              type="file"
            />
          </div>
          <ul aria-live="polite" className="mt-2 space-y-1.5 empty:hidden">
            {uploads.map((upload) => (
              <UploadLine key={upload.key} onRemove={() => remove(upload.key)} upload={upload} />
            ))}
          </ul>
          <input
            name={`${name}${jsonSuffix}`}
            readOnly
            type="hidden"
            value={JSON.stringify(uploads.flatMap(({ id }) => (id === undefined ? [] : [id])))}
          />
        </>
      )}
    </Field>
  );
}

function UploadLine({ upload, onRemove }: { upload: Upload; onRemove: () => void }) {
  const { name, size, share, id, failure } = upload;
  return (
    <li className="text-sm">
      <div className="flex items-center gap-2">
        <Icon name="file" size={14} />
        <span className="min-w-0 flex-1 truncate">{name}</span>
        <span className={failure === undefined ? "text-ink-2" : "text-bad"}>
          {failure ?? (id === undefined ? `已传${Math.round(share * 100)}%` : `✓ ${megabytes(size)}`)}
        </span>
        <button
          aria-label={`移除${name}`}
          className="rounded-control p-1 text-ink-3 hover:bg-ground hover:text-bad"
          onClick={onRemove}
          type="button"
        >
          <Icon name="cross" size={14} />
        </button>
      </div>
      {id === undefined && failure === undefined && <Bar share={share} />}
    </li>
  );
}
