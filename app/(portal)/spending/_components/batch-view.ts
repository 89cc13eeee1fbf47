import { z } from "zod";
import type { getImportBatch } from "@/lib/spending/reports/import-batch";

/** A judged list as its page reads it. */
export type Batch = Awaited<ReturnType<typeof getImportBatch.run>>;

const countsSchema = z.record(z.string(), z.number());
const factsSchema = z.object({ lines: z.array(z.object({ item: z.string(), content: z.string() })) });

/** How many rows came to each outcome. */
export function countsOf(counts: unknown): Readonly<Record<string, number>> {
  return countsSchema.parse(counts);
}

/** What the file says of the union itself (单位情况). */
export function unitLinesOf(facts: unknown): readonly { item: string; content: string }[] {
  return factsSchema.parse(facts).lines;
}

/** How many rows are among some outcomes. */
export function sumOf(counts: Readonly<Record<string, number>>, names: readonly string[]): number {
  return names.reduce((sum, name) => sum + (counts[name] ?? 0), 0);
}
