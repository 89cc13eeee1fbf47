/** What stands in the address of the log. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

const names = ["command", "actor", "outcome", "unionId", "from", "to", "before"] as const;

export type AuditSearch = Partial<Record<(typeof names)[number], string>>;

/** The filters in an address; empty and unknown ones are left out. */
export function searchOf(params: Record<string, string | string[] | undefined>): AuditSearch {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = params[name];
      return typeof value === "string" && value !== "" ? [[name, value]] : [];
    }),
  );
}

/** The address of the log with these filters. */
export function auditHref(search: AuditSearch): string {
  const query = new URLSearchParams(
    names.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])),
  ).toString();
  return query === "" ? "/audit" : `/audit?${query}`;
}
