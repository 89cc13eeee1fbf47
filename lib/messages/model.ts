/** Something one person is told about a business event. */
export type NewMessage = {
  unionId: number;
  /** The person told. */
  recipientId: bigint;
  /** The area it belongs to, for example spending. */
  topic: string;
  title: string;
  body: string;
  href: string | null;
  /** The event's own key: a repeat of the event tells nobody twice. */
  eventKey: string;
};

/** A way messages reach people. A channel delivers the rows that carry its name and marks them as sent. */
export type MessageChannel = {
  name: string;
  /** Throws when the message could not be handed over; it is then tried again later. */
  deliver(message: NewMessage & { id: bigint }): Promise<void>;
};

/** Inside the portal a message has arrived as soon as it is written. */
export const portalChannel: MessageChannel = { name: "PORTAL", deliver: async () => {} };
