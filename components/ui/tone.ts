import type { IconName } from "./icon";

/** What a colour says. Every tone has a sign, so that no meaning hangs on the colour alone. */
export type Tone = "ok" | "warn" | "bad" | "unknown" | "act";

export const toneSoft: Record<Tone, string> = {
  ok: "bg-ok-soft text-ok",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
  unknown: "bg-unknown-soft text-unknown",
  act: "bg-act-soft text-act",
};

export const toneText: Record<Tone, string> = {
  ok: "text-ok",
  warn: "text-warn",
  bad: "text-bad",
  unknown: "text-unknown",
  act: "text-act",
};

export const toneFill: Record<Tone, string> = {
  ok: "fill-ok",
  warn: "fill-warn",
  bad: "fill-bad",
  unknown: "fill-unknown",
  act: "fill-act",
};

export const toneSign: Record<Tone, IconName> = {
  ok: "check",
  warn: "bang",
  bad: "cross",
  unknown: "question",
  act: "info",
};
