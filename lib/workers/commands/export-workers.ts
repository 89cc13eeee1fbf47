import { defineCommand } from "@/lib/server/command";
import { workersForExport } from "../queries";
import { exportWorkersInput } from "../schema";

/**
 * The register as a list for a file. It is a command, not a read: taking many people's data away is a fact the log
 * must keep. Numbers stay masked.
 */
export const exportWorkers = defineCommand({
  name: "workers.exportWorkers",
  label: "导出会员名册",
  permission: "workers.view",
  input: exportWorkersInput,
  async run(tx, filter, context) {
    if (filter.unionId !== undefined) context.requireUnion(filter.unionId);
    const workers = await workersForExport(tx, filter);
    const detail = {
      count: workers.length,
      unionId: filter.unionId ?? null,
      hasSearch: filter.q !== undefined,
    };
    return { value: { workers }, audit: { subject: "", unionId: filter.unionId ?? null, detail } };
  },
});
