export type ComboboxOption = {
  value: string;
  label: string;
  code?: string | undefined;
  /** First letters of the pinyin, small, for example hyhd for 会员活动. */
  initials?: string | undefined;
  /** Other words people look for it by; they are found and not shown. */
  words?: string | undefined;
};

const longestList = 50;

/** How a chosen option reads: its code, then its name. */
export function labelOf(option: ComboboxOption | undefined): string {
  return option === undefined
    ? ""
    : option.code === undefined
      ? option.label
      : `${option.code} ${option.label}`;
}

/** The options a search finds by code, characters or initials; no more than a list can show. */
export function matching(options: readonly ComboboxOption[], search: string): readonly ComboboxOption[] {
  const wanted = search.normalize("NFKC").trim().toLowerCase();
  if (wanted === "") return options.slice(0, longestList);
  const found = options.filter(
    (option) =>
      option.code?.toLowerCase().startsWith(wanted) ||
      option.initials?.startsWith(wanted) ||
      option.words?.toLowerCase().includes(wanted) ||
      labelOf(option).toLowerCase().includes(wanted),
  );
  return found.slice(0, longestList);
}
