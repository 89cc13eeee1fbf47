import type { Tone } from "@/components/ui/tone";

export type Severity = "PASS" | "INFO" | "WARN" | "APPROVAL" | "FORBIDDEN" | "UNKNOWN";

export type BasisKind = "规范性文件" | "区总口径" | "产品提示";

/** What would make a finding pass: an address, or a change to the form that the caller carries out. */
export type Remedy = { text: string; href?: string | undefined; patchKey?: string | undefined };

/** One of the rows that make up a number. */
export type RowBehind = { label: string; value: string; href?: string | undefined };

export type FindingView = {
  ruleId: string;
  /** The rule's own page; null where there is none. */
  ruleHref: string | null;
  severity: Severity;
  title: string;
  message: string;
  /** One line per step. */
  arithmetic: readonly string[];
  /** Used is a share from 0 to 1. */
  bar: { used: number; label: string } | null;
  facts: readonly { label: string; value: string; href?: string | undefined }[];
  /** The address is where it is filled in: a field of this page as #id, or another page. */
  missing: readonly { label: string; href?: string | undefined }[];
  /** From is a date of effect. */
  basis: readonly { kind: BasisKind; text: string; from: string | null }[];
  toConfirm: boolean;
  remedies: readonly Remedy[];
  /** The rows behind a number, opened in place. */
  rows: readonly { text: string; items: readonly RowBehind[] }[];
};

/** A conclusion with everything it rests on, as plain data. */
export type VerdictView = {
  conclusion: { severity: Severity; label: string };
  counts: readonly { severity: Severity; label: string; n: number }[];
  findings: readonly FindingView[];
  /** When it was frozen, as it is to be read. */
  frozenAt?: string | undefined;
  note?: string | undefined;
};

export const severityTone: Record<Severity, Tone> = {
  PASS: "ok",
  INFO: "act",
  WARN: "warn",
  APPROVAL: "warn",
  FORBIDDEN: "bad",
  UNKNOWN: "unknown",
};

export const severityWord: Record<Severity, string> = {
  PASS: "通过",
  INFO: "说明",
  WARN: "提示",
  APPROVAL: "需审批",
  FORBIDDEN: "禁止",
  UNKNOWN: "待补",
};
