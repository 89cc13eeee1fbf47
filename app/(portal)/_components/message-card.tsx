import { Card } from "@/components/page/card";
import { EmptyState } from "@/components/page/empty-state";
import { TextLink } from "@/components/ui/text-link";
import type { DeskMessage } from "@/lib/desk/model";

/** The newest unread messages; all of them stand on their own page. */
export function MessageCard({ messages, unread }: { messages: readonly DeskMessage[]; unread: number }) {
  return (
    <Card
      aside={<TextLink href="/messages">{unread === 0 ? "全部消息" : `未读 ${unread} 条`}</TextLink>}
      flush
      title="消息"
    >
      {messages.length === 0 ? (
        <EmptyState title="没有未读消息" />
      ) : (
        <ul>
          {messages.map((message) => (
            <li className="flex gap-4 border-b border-line px-4.5 py-2.5 last:border-0" key={message.id}>
              <span className="w-12 shrink-0 text-ink-2">{message.day.slice(5)}</span>
              <TextLink className="min-w-0 text-ink hover:text-act" href={message.href ?? "/messages"}>
                {message.title}
              </TextLink>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
