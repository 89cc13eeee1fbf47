/** One measured figure beside its floor from the same run. */
export type Figure = {
  name: string;
  value: number;
  unit: string;
  /** What the machine does without the portal's own work, in the same unit; null where none applies. */
  floor: number | null;
  ratio: number | null;
  /** What was promised, in words. */
  goal: string;
  met: boolean | null;
};

/** Times an async run in milliseconds. */
export async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** The middle of several timings. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Runs `work` from `lanes` callers at once until `total` calls are done; answers calls a second. */
export async function perSecond(
  total: number,
  lanes: number,
  work: (n: number) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const lane = async () => {
    while (next < total) {
      const mine = next;
      next += 1;
      await work(mine);
    }
  };
  const elapsed = await timed(() => Promise.all(Array.from({ length: lanes }, lane)));
  return (total * 1000) / elapsed;
}

/** A figure with its ratio to the floor, met when the ratio or value satisfies `isMet`. */
export function figure(
  name: string,
  measured: {
    value: number;
    unit: string;
    floor?: number;
    goal: string;
    isMet?: (value: number, ratio: number) => boolean;
  },
): Figure {
  const { value, unit, goal, isMet } = measured;
  const floor = measured.floor ?? null;
  const ratio = floor === null ? null : value / floor;
  return {
    name,
    value: round(value),
    unit,
    floor: floor === null ? null : round(floor),
    ratio: ratio === null ? null : round(ratio),
    goal,
    met: isMet?.(value, ratio ?? Number.NaN) ?? null,
  };
}

function round(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 1000) / 1000;
}

/** The figures as a table for people. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((each) => [
    each.met === null ? "·" : each.met ? "✓" : "✗",
    each.name,
    `${each.value} ${each.unit}`,
    each.floor === null ? "—" : `${each.floor}`,
    each.ratio === null ? "—" : `${each.ratio}`,
    each.goal,
  ]);
  const all = [["", "项目", "实测", "底线", "比值", "目标"], ...rows];
  return all.map((row) => row.join("\t")).join("\n");
}
