"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type DropDialogProps = {
  files: readonly File[];
  kinds: readonly string[];
  onKind: (kind: string) => void;
  onClose: () => void;
};

/** Asks what was dropped on the page; the kind that stands in the file's name comes first. */
export function DropDialog({ files, kinds, onKind, onClose }: DropDialogProps) {
  const likely = kinds.find((kind) => files.some((file) => file.name.includes(kind)));
  const ordered = likely === undefined ? kinds : [likely, ...kinds.filter((kind) => kind !== likely)];
  return (
    <Dialog onClose={onClose} open={files.length > 0} title="这是什么材料">
      <p className="mb-3 text-ink-2">{files.map((file) => file.name).join("、")}</p>
      <div className="flex flex-wrap gap-2">
        {ordered.map((kind) => (
          <Button key={kind} look={kind === likely ? "primary" : "secondary"} onClick={() => onKind(kind)}>
            {kind}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
