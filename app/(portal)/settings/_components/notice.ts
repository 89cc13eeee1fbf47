/** The State Council's notice as people type it: one holiday a line, make-up days apart by spaces. */
export function readNotice(year: number, holidays: string, makeUpDays: string) {
  return {
    year,
    holidays: holidays
      .split("\n")
      .map((line) => line.trim().split(/\s+/))
      .filter(([name]) => name !== "" && name !== undefined)
      .map(([name = "", from = "", to = from]) => ({ name, from, to })),
    makeUpDays: makeUpDays.split(/[\s、，,]+/).filter((day) => day !== ""),
  };
}
