import type { Actor } from "./actor";
import { writeAudit } from "./audit";
import { asGate } from "./db";

/** What left the portal as a file: which report, chosen how, how many rows, of which union or of several (null). */
export type ExportLine = {
  report: string;
  /** The record a file shows ("voucher:12"); empty for a list. */
  subject?: string;
  unionId: number | null;
  filters: Readonly<Record<string, unknown>>;
  rows: number;
};

// Names and numbers of people are typed into these; the log says that something was searched for, not what.
const searches: ReadonlySet<string> = new Set(["text", "q"]);

/**
 * Leaves the audit line of a file before its bytes go out; in a transaction of its own, since a read may write
 * nothing. Where the line cannot be written it throws, and nothing leaves.
 */
export function recordExport(actor: Actor, line: ExportLine, requestId: string): Promise<void> {
  const { report, subject = "", unionId, rows } = line;
  const filters = Object.fromEntries(
    Object.entries(line.filters).map(([name, value]) => [name, searches.has(name) ? "…" : String(value)]),
  );
  const detail = { report, filters, rows };
  return asGate((tx) =>
    writeAudit(
      tx,
      { actor, command: "portal.export", outcome: "DONE", subject, unionId, detail, requestId },
      null,
    ),
  );
}
