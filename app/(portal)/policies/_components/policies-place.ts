/** What stands in the address of a page. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The filters in the address, one text per name, without the empty ones. */
export async function filtersOf(searchParams: SearchParams): Promise<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(await searchParams).flatMap(([name, value]) =>
      typeof value === "string" && value.trim() !== "" ? [[name, value.trim().slice(0, 100)]] : [],
    ),
  );
}

/** An address with its filters; empty ones are left out. */
export function hrefOf(path: string, filters: Record<string, string | undefined>): string {
  const given = Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const query = new URLSearchParams(given).toString();
  return query === "" ? path : `${path}?${query}`;
}

const pageSize = 20;

/** One page of a list that is short enough to be at hand as a whole, with the way back and on. */
export function pageOf<Row>(rows: readonly Row[], path: string, filters: Record<string, string>) {
  const asked = /^\d{1,4}$/u.test(filters["page"] ?? "") ? Number(filters["page"]) : 1;
  const last = Math.max(1, Math.ceil(rows.length / pageSize));
  const page = Math.min(Math.max(asked, 1), last);
  const start = (page - 1) * pageSize;
  const hrefFor = (wanted: number) =>
    hrefOf(path, { ...filters, page: wanted === 1 ? undefined : String(wanted) });
  const shown = rows.slice(start, start + pageSize);
  return {
    rows: shown,
    paging: {
      previousHref: page > 1 ? hrefFor(page - 1) : null,
      nextHref: page < last ? hrefFor(page + 1) : null,
      summary: `第${start + 1}–${start + shown.length}条，共${rows.length}条`,
    },
  };
}

/** Whether a text holds the searched words, whatever their width and case. */
export function holds(text: string, wanted: string | undefined): boolean {
  if (wanted === undefined) return true;
  const plain = (each: string) => each.normalize("NFKC").toLowerCase();
  return plain(text).includes(plain(wanted));
}
