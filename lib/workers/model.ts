import type { IdType } from "@/generated/prisma/enums";
import type { BusinessDate } from "@/lib/core/dates";
import { pinyinInitials } from "@/lib/core/identity";
import { blindIndex, encryptField } from "@/lib/server/field-crypto";

/** A worker ready to be written: every number read and in its normal form. */
export type NewWorker = {
  unionId: number;
  name: string;
  idType: IdType;
  idNo: string;
  wasFifteen: boolean;
  gender: string | null;
  birthDate: BusinessDate | null;
  mobile: string | null;
  cardNo: string | null;
  employmentStatus: string;
  joinedOn: BusinessDate;
  reason: string;
  source: string;
};

/** Where the encrypted numbers of a worker stand. */
export function workerCell(column: "id_no" | "mobile" | "card_no", rowId: bigint) {
  return { table: "worker", column, rowId };
}

/** The keyed hashes by which workers are found. */
export const workerIndex = {
  idNo: (number: string) => blindIndex("person.id_no", number),
  mobile: (number: string) => blindIndex("worker.mobile", number),
  cardNo: (number: string) => blindIndex("worker.card_no", number),
};

/** The columns of a worker's row; encrypted values are bound to the id, so it must be known beforehand. */
export function workerColumns(worker: NewWorker, id: bigint, personId: bigint) {
  const { name, idNo, idType, unionId, gender, birthDate, employmentStatus } = worker;
  return {
    ...{ id: id.toString(), person_id: personId.toString(), union_id: unionId, name, name_pinyin: name },
    ...{ name_initials: pinyinInitials(name), id_type: idType, id_no_last4: idNo.slice(-4) },
    ...{ id_no_cipher: encryptField(workerCell("id_no", id), idNo), id_no_raw15: worker.wasFifteen },
    ...{ gender, birth_date: birthDate, employment_status: employmentStatus },
    ...mobileColumns(worker.mobile, id),
    ...cardColumns(worker.cardNo, id),
    card_status: worker.cardNo === null ? "NONE" : "ACTIVE",
  };
}

/** The columns of a mobile number, all null without one. */
export function mobileColumns(mobile: string | null, id: bigint) {
  return {
    mobile_cipher: mobile && encryptField(workerCell("mobile", id), mobile),
    mobile_hash: mobile && workerIndex.mobile(mobile),
    mobile_last4: mobile?.slice(-4) ?? null,
  };
}

/** The columns of a card number, all null without one. */
export function cardColumns(cardNo: string | null, id: bigint) {
  return {
    card_cipher: cardNo && encryptField(workerCell("card_no", id), cardNo),
    card_hash: cardNo && workerIndex.cardNo(cardNo),
    card_last4: cardNo?.slice(-4) ?? null,
  };
}
