import { EmptyState } from "@/components/page/empty-state";
import { ItemList } from "@/components/page/item-list";
import { Pagination } from "@/components/ui/pagination";
import { Tabs } from "@/components/ui/tabs";
import { TextLink } from "@/components/ui/text-link";
import { momentText } from "@/lib/core/dates";
import type { listMyMessages } from "@/lib/messages/queries";

type List = Awaited<ReturnType<(typeof listMyMessages)["run"]>>;

/** One's own messages, newest first. */
export function MessageList({ list, unreadOnly }: { list: List; unreadOnly: boolean }) {
  const filter = unreadOnly ? "&unread=1" : "";
  return (
    <section aria-label="消息" className="rounded-card border border-line bg-paper">
      <div className="border-b border-line px-4.5">
        <Tabs
          current={unreadOnly ? "unread" : "all"}
          items={[
            { key: "all", label: "全部", href: "/messages" },
            { key: "unread", label: "未读", href: "/messages?unread=1", count: list.unread, urgent: true },
          ]}
          label="消息"
        />
      </div>
      {list.messages.length === 0 ? (
        <EmptyState title="没有消息">需要您办理或知道的事情会出现在这里和工作台。</EmptyState>
      ) : (
        <ItemList
          items={list.messages.map(({ id, title, body, href, at, isRead }) => ({
            key: id,
            title: href === null ? title : <TextLink href={href}>{title}</TextLink>,
            text: body,
            meta: `${momentText(at)}${isRead ? "" : "，未读"}`,
            tone: isRead ? ("unknown" as const) : ("act" as const),
          }))}
        />
      )}
      {list.next !== null && (
        <div className="border-t border-line px-4.5 py-2.5">
          <Pagination
            nextHref={`/messages?before=${list.next}${filter}`}
            previousHref={null}
            summary="较新的在前"
          />
        </div>
      )}
    </section>
  );
}
