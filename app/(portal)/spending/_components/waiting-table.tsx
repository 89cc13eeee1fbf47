import { type Column, DataTable } from "@/components/page/data-table";
import { EmptyState } from "@/components/page/empty-state";
import { TextLink } from "@/components/ui/text-link";
import type { DeskTask } from "@/lib/desk/model";
import type { ListSearch } from "./list-search";
import { NewButtons } from "./new-buttons";
import { tabItems } from "./tab-items";

type WaitingTableProps = {
  tasks: readonly DeskTask[];
  counts: Readonly<Record<string, number>>;
  search: ListSearch;
  mayEnter: boolean;
};

const columns: Column<DeskTask>[] = [
  {
    ...{ key: "title", label: "事项", fixed: true, phone: "title" },
    cell: (task) => <TextLink href={task.href}>{task.title}</TextLink>,
  },
  { key: "union", label: "单位", cell: (task) => task.unionName || "下级工会" },
  { key: "since", label: "到我这里", cell: (task) => task.since },
];

/** What waits for the reader, in all their unions. */
export function WaitingTable({ tasks, counts, search, mayEnter }: WaitingTableProps) {
  return (
    <DataTable
      caption="待我办的支出事项"
      columns={columns}
      empty={
        <EmptyState action={mayEnter && <NewButtons />} title="没有等您办理的单据">
          单据走到您这一步时列在这里，工作台也会提醒。
        </EmptyState>
      }
      id="spending-waiting"
      rowKey={(task) => `${task.href}${task.title}`}
      rows={tasks}
      tabs={{ current: "mine", items: tabItems(search, { counts, waiting: tasks.length }) }}
    />
  );
}
