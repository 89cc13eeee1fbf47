import { PageHeader } from "@/components/page/page-header";
import { listMyMessages } from "@/lib/messages/queries";
import { readForPage } from "@/lib/server/page-read";
import { requireActor } from "@/lib/server/session";
import { MarkAllRead } from "./_components/mark-all-read";
import { MessageList } from "./_components/message-list";

export const metadata = { title: "消息" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MessagesPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { before, unread } = await searchParams;
  const list = await readForPage(actor, listMyMessages, {
    ...(before && { before }),
    ...(unread && { unreadOnly: "true" }),
  });
  return (
    <>
      <PageHeader
        actions={list.unread > 0 && <MarkAllRead />}
        lead={list.unread > 0 ? `有 ${list.unread} 条未读。` : "没有未读消息。"}
        title="消息"
      />
      <MessageList list={list} unreadOnly={unread !== undefined} />
    </>
  );
}
