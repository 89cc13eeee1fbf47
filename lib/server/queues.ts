/**
 * The queues of the portal's background work. They are created with the migrations by the owner of the database;
 * the web role only uses them. Pure data, so that the migration step can read it without opening anything.
 */
export const queueNames = ["seal-audit", "deliver-messages", "purge"] as const;

export type QueueName = (typeof queueNames)[number];
