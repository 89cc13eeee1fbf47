// The table of demo accounts at the end of a start, aligned for Chinese text.

const columns = [
  ["role", "角色"],
  ["name", "姓名"],
  ["union", "所在工会"],
  ["login", "账号"],
  ["password", "密码"],
];

/** The lines of the table; accepts the seed's JSON, a list or `{ accounts: [...] }`. */
export function accountTable(seeded) {
  const accounts = Array.isArray(seeded) ? seeded : (seeded?.accounts ?? []);
  const used = columns.filter(([key]) => accounts.some((account) => account[key]));
  const rows = [
    used.map(([, title]) => title),
    ...accounts.map((one) => used.map(([key]) => String(one[key] ?? ""))),
  ];
  const widths = used.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column]))));
  return rows.map((row) =>
    `  ${row.map((cell, at) => cell + " ".repeat(widths[at] - widthOf(cell))).join("  ")}`.trimEnd(),
  );
}

// A Chinese character takes two columns of a terminal.
function widthOf(text) {
  let width = 0;
  for (const character of text) width += character.codePointAt(0) > 0x2e7f ? 2 : 1;
  return width;
}
