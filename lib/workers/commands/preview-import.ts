import { z } from "zod";
import { Refusal } from "@/lib/core/errors";
import { normalizeName } from "@/lib/core/identity";
import { readWorkbook } from "@/lib/exchange/sheet";
import { type Context, defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { decryptField, encryptField } from "@/lib/server/field-crypto";
import { loadFile, redeemTicket } from "@/lib/server/files";
import { workerCell, workerIndex } from "../model";
import {
  type FileRow,
  type JudgedRow,
  judgeRows,
  type Register,
  readRegisterSheets,
} from "../rules/register-file";
import { previewImportInput } from "../schema";

/** The kind of batch, and what an import of workers is called in the log. */
export const batchKind = "workers";

/** Judges an uploaded register file row by row and keeps the result; nothing enters the register yet. */
export const previewImport = defineCommand({
  name: "workers.previewImport",
  label: "预检会员登记表",
  permission: "workers.register",
  input: previewImportInput,
  async run(tx, { unionId, ticket, fileName }, context) {
    context.requireUnion(unionId);
    const accountId = context.actor.accountId;
    if (accountId === null) throw new Refusal("FORBIDDEN", "此操作须由本人登录后办理");
    const file = redeemTicket(accountId, ticket);
    const sheets = readRegisterSheets((await readWorkbook(await loadFile(file.sha256))).sheets);
    const rows = sheets.flatMap((sheet) => sheet.rows);
    if (rows.length === 0) {
      throw new Refusal(
        "INVALID",
        "没有找到名册：表头至少应有“姓名”“证件号码”“所属工会”三列，且表头下有内容",
      );
    }
    const judged = judgeRows(rows, await registerFor(tx, rows, context));
    const counts = countsOf(judged);
    const batch = await tx.importBatch.create({
      data: {
        ...{
          unionId,
          kind: batchKind,
          fileName,
          sha256: file.sha256,
          uploadedById: context.personId(),
          counts,
        },
        facts: { headerRows: Object.fromEntries(sheets.map(({ sheet, headerRow }) => [sheet, headerRow])) },
      },
      select: { id: true },
    });
    await storeRows(tx, { batchId: batch.id, unionId }, judged);
    return {
      value: { batchId: batch.id.toString(), ...counts },
      audit: { subject: `import:${batch.id}`, unionId, detail: { fileName, sha256: file.sha256, ...counts } },
    };
  },
});

/** How many rows of a file may go in, are there already, and must be corrected. */
export function countsOf(rows: readonly { outcome: string }[]) {
  const count = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
  return {
    total: rows.length,
    ready: count("READY"),
    unchanged: count("UNCHANGED"),
    faulty: count("FAULTY"),
  };
}

/** What the register knows about the people, cards and unions that a file names. */
export async function registerFor(tx: Tx, rows: readonly FileRow[], context: Context): Promise<Register> {
  const { today } = context;
  const unions = await tx.tradeUnion.findMany({
    where: { closedOn: null },
    select: { id: true, name: true },
  });
  const byName = new Map(unions.map(({ id, name }) => [normalizeName(name), id]));
  const empty = { unions: byName, workers: new Map(), cards: new Map(), elsewhere: new Set<string>(), today };
  // A first look without the register yields the numbers in their normal form.
  const drafts = judgeRows(rows, empty).flatMap(({ worker }) => (worker === null ? [] : [worker]));
  const numberOf = new Map(drafts.map(({ idNo }) => [workerIndex.idNo(idNo), idNo]));
  const persons = await tx.person.findMany({
    where: { idHash: { in: [...numberOf.keys()] } },
    select: { id: true, idHash: true },
  });
  const idNoOf = new Map(persons.map(({ id, idHash }) => [id, numberOf.get(idHash ?? "") ?? ""]));
  const known = await tx.worker.findMany({
    where: { personId: { in: [...idNoOf.keys()] } },
    select: { id: true, personId: true, name: true, unionId: true, mobileCipher: true, cardCipher: true },
  });
  const unionName = new Map(unions.map(({ id, name }) => [id, name]));
  const workers = new Map(
    known.map(({ id, personId, name, unionId, mobileCipher, cardCipher }) => [
      idNoOf.get(personId) ?? "",
      {
        ...{ name, unionId, unionName: unionName.get(unionId) ?? "其他工会" },
        mobile: mobileCipher === null ? "" : decryptField(workerCell("mobile", id), mobileCipher),
        cardNo: cardCipher === null ? "" : decryptField(workerCell("card_no", id), cardCipher),
      },
    ]),
  );
  const unseen = persons.flatMap(({ id }) => {
    const idNo = idNoOf.get(id) ?? "";
    return workers.has(idNo) ? [] : [{ personId: id, idNo }];
  });
  return {
    ...{ unions: byName, workers, today },
    cards: await cardHolders(
      tx,
      drafts,
      known.map(({ id }) => id),
    ),
    elsewhere: await registeredOutOfSight(tx, unseen, byName.values().next().value),
  };
}

async function cardHolders(
  tx: Tx,
  drafts: readonly { cardNo: string | null }[],
  knownIds: readonly bigint[],
): Promise<Map<string, string>> {
  const hashes = new Map(
    drafts.flatMap(({ cardNo }) => (cardNo === null ? [] : [[workerIndex.cardNo(cardNo), cardNo] as const])),
  );
  const rows = await tx.worker.findMany({
    where: { cardHash: { in: [...hashes.keys()] }, id: { notIn: [...knownIds] } },
    select: { cardHash: true, name: true },
  });
  return new Map(rows.map(({ cardHash, name }) => [hashes.get(cardHash ?? "") ?? "", name]));
}

/**
 * Which of these persons are registered where the caller cannot look. Their rows are behind the wall, so the one
 * thing asked of the database is whether a row of theirs could be written, and that writing is taken back.
 */
async function registeredOutOfSight(
  tx: Tx,
  persons: readonly { personId: bigint; idNo: string }[],
  unionId: number | undefined,
): Promise<Set<string>> {
  if (persons.length === 0 || unionId === undefined) return new Set();
  await tx.$executeRaw`savepoint probe`;
  const free = await tx.$queryRaw<{ person_id: bigint }[]>`
    insert into worker (person_id, union_id, name, name_pinyin, id_type, id_no_cipher, id_no_last4)
    select person_id, ${unionId}, '', '', 'ID_CARD', '', '' from unnest(${persons.map(({ personId }) => personId)}::bigint[]) as given(person_id)
    on conflict (person_id) do nothing returning person_id`;
  await tx.$executeRaw`rollback to savepoint probe`;
  const isFree = new Set(free.map(({ person_id }) => person_id));
  return new Set(persons.filter(({ personId }) => !isFree.has(personId)).map(({ idNo }) => idNo));
}

type Batch = { batchId: bigint; unionId: number };

/** Rows are kept sealed: they hold full numbers of papers and cards. */
async function storeRows(tx: Tx, { batchId, unionId }: Batch, rows: readonly JudgedRow[]): Promise<void> {
  const ids = await tx.$queryRaw<{ id: bigint }[]>`
    select nextval('import_row_id_seq') id from generate_series(1, ${rows.length}::int)`;
  await tx.importRow.createMany({
    data: rows.map(({ sheet, rowNumber, cells, outcome, reason }, index) => {
      const id = ids[index]?.id ?? 0n;
      const sealed = encryptField({ table: "import_row", column: "raw", rowId: id }, JSON.stringify(cells));
      return { id, batchId, unionId, sheet, rowNumber, raw: { sealed }, outcome, reason };
    }),
  });
}

const sealedRow = z.strictObject({ sealed: z.string() });
const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const cellsSchema = z.record(z.string(), cell);

/** The rows of a batch as they stood in the file. */
export async function loadRows(tx: Tx, batchId: bigint): Promise<(FileRow & { id: bigint })[]> {
  const rows = await tx.importRow.findMany({
    where: { batchId },
    select: { id: true, sheet: true, rowNumber: true, raw: true },
    orderBy: [{ sheet: "asc" }, { rowNumber: "asc" }],
  });
  return rows.map(({ id, raw, ...row }) => {
    const { sealed } = sealedRow.parse(raw);
    const text = decryptField({ table: "import_row", column: "raw", rowId: id }, sealed);
    return { ...row, id, cells: cellsSchema.parse(JSON.parse(text)) };
  });
}
