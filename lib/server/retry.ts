const maxTries = 8;
const retryable = new Set(["40001", "40P01", "55P03"]);

/**
 * Whether a failure is the database asking to try again: serialisation failure, deadlock, lock time-out.
 * Prisma reports them as P2034 inside the transaction and as a driver error at commit.
 */
export function isConflict(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    if (
      "code" in cause &&
      (cause.code === "P2034" || (typeof cause.code === "string" && retryable.has(cause.code)))
    ) {
      return true;
    }
    if (
      cause.name === "DriverAdapterError" &&
      /TransactionWriteConflict|could not serialize|deadlock/i.test(cause.message)
    ) {
      return true;
    }
    const kind = sqlStateOf(cause);
    if (kind !== null && retryable.has(kind)) return true;
  }
  return false;
}

/** The SQLSTATE an error carries, wherever the driver put it. */
export function sqlStateOf(error: unknown): string | null {
  const seen = new Set<unknown>();
  const queue: unknown[] = [error];
  while (queue.length > 0) {
    const item = queue.shift();
    if (typeof item !== "object" || item === null || seen.has(item)) continue;
    seen.add(item);
    for (const key of ["originalCode", "code", "cause", "meta", "driverAdapterError"]) {
      const value: unknown = Reflect.get(item, key);
      if (typeof value === "string" && /^[0-9A-Z]{5}$/.test(value) && !value.startsWith("P2")) return value;
      queue.push(value);
    }
  }
  return null;
}

/** Runs again with growing random pauses while the database reports a conflict; at most eight tries. */
export async function withRetries<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (attempt === maxTries || !isConflict(error)) throw error;
      const pause = Math.random() * Math.min(20 * 2 ** attempt, 1_000);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
