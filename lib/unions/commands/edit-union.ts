import { fromDbDate, toDbDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import { blindIndex, encryptField } from "@/lib/server/field-crypto";
import { editUnionInput } from "../schema";
import { refuseTaken } from "./create-union";

/** Keeps a union's particulars: credit code, books, bank account (encrypted), founding day. */
export const editUnion = defineCommand({
  name: "unions.editUnion",
  label: "维护工会资料",
  permission: "unions.edit",
  input: editUnionInput,
  async run(tx, { unionId, version, bankAccount, foundedOn, ...given }, context) {
    context.requireUnion(unionId);
    const before = await tx.tradeUnion.findUnique({
      where: { id: unionId },
      select: {
        ...{ creditCode: true, kind: true, scale: true, booksIn: true, booksKeptBy: true },
        ...{ bankName: true, foundedOn: true },
      },
    });
    if (before === null) throw new Refusal("NOT_FOUND", "未找到该工会，或您没有权限");
    const after = {
      ...{ creditCode: given.creditCode ?? null, kind: given.kind ?? null, scale: given.scale ?? null },
      ...{ booksIn: given.booksIn, booksKeptBy: given.booksKeptBy, bankName: given.bankName ?? null },
      foundedOn: foundedOn === undefined ? null : toDbDate(foundedOn),
    };
    const sealed = bankAccount === undefined ? {} : sealAccount(unionId, bankAccount);
    const changed = await tx.tradeUnion
      .updateMany({
        where: { id: unionId, version },
        data: { ...after, ...sealed, version: { increment: 1 } },
      })
      .catch(refuseTaken);
    if (changed.count === 0) throw changedMeanwhile();
    const day = (date: Date | null) => date && fromDbDate(date);
    const detail = {
      before: { ...before, foundedOn: day(before.foundedOn) },
      after: { ...after, foundedOn: day(after.foundedOn) },
      // Sensitive values stand in the log as keyed hashes only.
      bankAccount: bankAccount === undefined ? null : blindIndex("trade_union.bank_account", bankAccount),
    };
    return { value: { unionId }, audit: { subject: `union:${unionId}`, unionId, detail } };
  },
});

function sealAccount(unionId: number, bankAccount: string) {
  const cell = { table: "trade_union", column: "bank_account", rowId: unionId };
  return {
    bankAccountCipher: encryptField(cell, bankAccount),
    bankAccountLast4: bankAccount.slice(-4),
  };
}

/** The refusal of whoever comes second. */
export function changedMeanwhile(): Refusal {
  return new Refusal("CONFLICT", "该工会的资料刚被他人修改，请刷新后核对再办理；您填写的内容仍在页面上");
}
