/** Tables whose rows belong to a union, a person or an account: row-level security decides what a role sees. */
export const scopedTables: readonly string[] = [
  "account",
  "attachment",
  "auth_session",
  "budget",
  "budget_line",
  "budget_reservation",
  "cash_day",
  "idempotency_key",
  "import_batch",
  "import_row",
  "invoice_use",
  "ledger_book",
  "ledger_line",
  "ledger_period",
  "membership",
  "opening_balance",
  "opening_fact",
  "outbox_message",
  "period_balance",
  "policy_param",
  "role_grant",
  "spending_document",
  "spending_line",
  "spending_number",
  "spending_person",
  "spending_step",
  "trade_union",
  "unmask_use",
  "verdict",
  "verdict_finding",
  "voucher",
  "worker",
];

/** Rows of scoped tables that belong to no union and are everybody's to read, as a condition. */
export const commonRows: Readonly<Record<string, string>> = {
  policy_param: "union_id is null",
};

/** Tables of the whole portal, each with the reason why no union's wall stands round it. */
export const globalTables: Readonly<Record<string, string>> = {
  api_token: "secrets: only the gate reads them",
  audit_entry: "a scoped role may add and never read",
  audit_seal: "a scoped role has no right to it",
  calendar_day: "working days, public",
  export_layout: "column sets of other programs, public",
  ledger_account: "the statutory chart, public",
  one_time_link: "secrets: only the gate reads them",
  person: "names; what a union knows about a person stands in worker, membership and role_grant",
  policy_edition: "a counter of the common numbers, public inside",
  policy_list_entry: "words of the district's lists, public inside",
  portal_setting: "limits of the portal, public inside",
  ruling: "rulings of the district, public",
  sign_in_failure: "only the gate reads it",
};

/** Functions that see past the wall on purpose, each with what it lets through. */
export const reviewedFunctions: Readonly<Record<string, string>> = {
  invoices_in_use: "whether an invoice number is in use somewhere in the district",
  spending_officers: "who above an own union could decide on its document",
};
