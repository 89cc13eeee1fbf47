import { now } from "@/lib/core/dates";

/** How many calls may come at once, and how many more each second after that. */
export type Rate = { burst: number; perSecond: number };

type Bucket = { left: number; at: number };

const maxBuckets = 50_000;
const buckets = new Map<string, Bucket>();

/**
 * Takes one call from a caller's allowance; 0 when it may go on, else the seconds to wait. Kept per process: with n
 * processes a caller has at most n times the rate, which still protects the database that they share.
 */
export function takeCall(key: string, rate: Rate, clock: () => Date = now): number {
  const at = clock().getTime();
  const bucket = buckets.get(key) ?? { left: rate.burst, at };
  const left = Math.min(rate.burst, bucket.left + ((at - bucket.at) / 1000) * rate.perSecond);
  buckets.delete(key);
  if (buckets.size >= maxBuckets) forgetOldest();
  buckets.set(key, { left: left >= 1 ? left - 1 : left, at });
  return left >= 1 ? 0 : Math.max(1, Math.ceil((1 - left) / rate.perSecond));
}

// The map keeps the order of last use, so the first key is the one that has been quiet for longest.
function forgetOldest(): void {
  const oldest = buckets.keys().next();
  if (!oldest.done) buckets.delete(oldest.value);
}
