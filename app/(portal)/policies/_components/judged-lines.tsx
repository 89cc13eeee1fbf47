import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/page/data-table";
import { Chip } from "@/components/ui/chip";
import type { TabItem } from "@/components/ui/tabs";
import { TextLink } from "@/components/ui/text-link";
import type { JudgedLine } from "@/lib/policies/verdicts/queries";
import { SeverityBadge } from "./badges";
import { hrefOf } from "./policies-place";

type JudgedLinesProps = {
  id: string;
  caption: string;
  page: { lines: readonly JudgedLine[]; next: string | null };
  path: string;
  filters: Record<string, string>;
  summary: string;
  empty: ReactNode;
  tabs?: { items: readonly TabItem[]; current: string };
};

/** Records that a rule caught or that relied on an answer, the latest first. */
export function JudgedLines({ id, caption, page, path, filters, summary, empty, tabs }: JudgedLinesProps) {
  const { before, ...first } = filters;
  return (
    <DataTable
      caption={caption}
      columns={columns}
      empty={empty}
      id={id}
      paging={{
        previousHref: before === undefined ? null : hrefOf(path, first),
        nextHref: page.next === null ? null : hrefOf(path, { ...first, before: page.next }),
        summary,
      }}
      rowKey={(line) => line.verdictId}
      rows={page.lines}
      tabs={tabs}
    />
  );
}

const columns: readonly Column<JudgedLine>[] = [
  {
    key: "subject",
    label: "记录",
    fixed: true,
    phone: "title",
    cell: ({ subject, href }) => (href === null ? subject : <TextLink href={href}>{subject}</TextLink>),
  },
  { key: "union", label: "单位", cell: ({ unionName }) => unionName },
  {
    key: "judgedOn",
    label: "业务日期",
    cell: ({ judgedOn, moment }) => (
      <span className="whitespace-nowrap">
        {judgedOn}
        <span className="ml-1 text-sm text-ink-2">{moment}时</span>
      </span>
    ),
  },
  {
    key: "severity",
    label: "结论",
    cell: ({ severity, isSettled }) => (
      <span className="flex flex-wrap gap-1">
        <SeverityBadge severity={severity} />
        {isSettled && <Chip tone="ok">后已通过</Chip>}
      </span>
    ),
  },
  {
    key: "message",
    label: "说明",
    cell: ({ message, rulingNo }) => (
      <span className="text-sm">
        {message}
        {rulingNo !== null && <span className="block text-ink-2">依据{rulingNo}</span>}
      </span>
    ),
  },
];
