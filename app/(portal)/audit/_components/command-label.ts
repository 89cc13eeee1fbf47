import { ownCommandLabels } from "@/lib/audit/labels";
import { commands } from "@/lib/catalogue";

const labels = new Map([
  ...commands.map(({ name, label }) => [name, label] as const),
  ...Object.entries(ownCommandLabels),
]);

/** Every kind of line the log may have, by its words. */
export const commandChoices: readonly { value: string; label: string }[] = [...labels]
  .map(([value, label]) => ({ value, label }))
  .sort((a, b) => a.label.localeCompare(b.label, "zh-CN"));

/** What a line's command is called; lines of earlier versions may have names that are gone. */
export function commandLabel(name: string): string {
  return labels.get(name) ?? "其他操作";
}
