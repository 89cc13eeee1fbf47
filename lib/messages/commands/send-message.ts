import type { Tx } from "@/lib/server/db";
import { enqueue } from "@/lib/server/jobs";
import { type NewMessage, portalChannel } from "../model";

/**
 * Tells a person about an event inside the transaction of the event itself; a second time it does nothing. The job that
 * hands the message to its channel exists exactly when the event does.
 */
export async function sendMessageIn(tx: Tx, message: NewMessage): Promise<void> {
  const { unionId, recipientId, topic, title, body, href, eventKey } = message;
  // Naming the conflicting column would ask for the right to read the row, which is its reader's alone.
  const isNew = await tx.$executeRaw`
    insert into outbox_message (union_id, recipient_id, channel, topic, title, body, href, event_key)
    values (${unionId}, ${recipientId}, ${portalChannel.name}, ${topic}, ${title}, ${body}, ${href}, ${eventKey})
    on conflict do nothing`;
  if (isNew > 0) await enqueue(tx, "deliver-messages", {});
}
