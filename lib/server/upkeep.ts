import { asGate } from "./db";

const keepAnswersDays = 30;
const keepSignInFailuresDays = 30;

/** Marks the messages of the portal's own channel as delivered: they are, once their transaction is visible. */
export function deliverMessages(): Promise<number> {
  return asGate(
    (tx) =>
      tx.$executeRaw`update outbox_message set sent_at = now() where sent_at is null and channel = 'PORTAL'`,
  );
}

/** Forgets the answers of old keyed requests and old failed sign-ins, which hold addresses of people. */
export function purgeOld(): Promise<number> {
  return asGate(async (tx) => {
    const answers = await tx.$executeRaw`
      delete from idempotency_key where at < now() - make_interval(days => ${keepAnswersDays}::int)`;
    const failures = await tx.$executeRaw`
      delete from sign_in_failure where at < now() - make_interval(days => ${keepSignInFailuresDays}::int)`;
    return answers + failures;
  });
}
