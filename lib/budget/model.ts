/** A line of an approved budget, in fen. */
export type BudgetAmount = { accountCode: string; amountFen: bigint };

/** Why money of a line is gone: booked, paid and not booked yet, or promised (在途). */
export type UseKind = "BOOKED" | "PAID" | "TRANSIT";

/** One use of the budget, in fen, with the record it is about. */
export type BudgetUse = {
  accountCode: string;
  kind: UseKind;
  label: string;
  href: string;
  amountFen: bigint;
};

/** A budget line with what became of it, in fen. */
export type BudgetRoomRow = {
  accountCode: string;
  approvedFen: bigint;
  executedFen: bigint;
  transitFen: bigint;
  availableFen: bigint;
  uses: BudgetUse[];
};

/** The line that covers an account: the longest code that begins it; null where the budget has none. */
export function coveringCode(codes: readonly string[], accountCode: string): string | null {
  return (
    codes
      .filter((code) => accountCode.startsWith(code))
      .toSorted((left, right) => right.length - left.length)[0] ?? null
  );
}

/** What is left of each line; uses that no line covers come back apart (无预算支出). */
export function roomsOf(
  lines: readonly BudgetAmount[],
  uses: readonly BudgetUse[],
): { rooms: BudgetRoomRow[]; uncovered: BudgetUse[] } {
  const rooms = new Map(
    lines.map(({ accountCode, amountFen }): [string, BudgetRoomRow] => [
      accountCode,
      {
        ...{ accountCode, approvedFen: amountFen, availableFen: amountFen },
        ...{ executedFen: 0n, transitFen: 0n, uses: [] },
      },
    ]),
  );
  const codes = [...rooms.keys()];
  const uncovered: BudgetUse[] = [];
  for (const use of uses) {
    const room = rooms.get(coveringCode(codes, use.accountCode) ?? "");
    if (room === undefined) {
      uncovered.push(use);
      continue;
    }
    if (use.kind === "TRANSIT") room.transitFen += use.amountFen;
    else room.executedFen += use.amountFen;
    room.availableFen -= use.amountFen;
    room.uses.push(use);
  }
  return {
    rooms: [...rooms.values()].toSorted((a, b) => (a.accountCode < b.accountCode ? -1 : 1)),
    uncovered,
  };
}

/** A share as a percentage with two decimals, cut and not rounded up; “—” of nothing (funds 4.4). */
export function percentOf(part: bigint, whole: bigint): string {
  if (whole === 0n) return "—";
  const hundredths = (part * 10_000n) / whole;
  const size = hundredths < 0n ? -hundredths : hundredths;
  return `${hundredths < 0n ? "-" : ""}${size / 100n}.${(size % 100n).toString().padStart(2, "0")}%`;
}
