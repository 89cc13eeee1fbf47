import type { VoucherSheet } from "@/lib/ledger/queries";
import { type Actor, may } from "@/lib/server/actor";

/** What this person may do with a voucher now, and why not where a step is theirs but barred. */
export type Steps = {
  edit: boolean;
  submit: boolean;
  remove: boolean;
  review: boolean;
  sendBack: boolean;
  post: boolean;
  reverse: boolean;
  copy: boolean;
  barred: string | null;
};

/** The steps a screen offers; the gate and the database decide again. */
export function stepsFor(actor: Actor, voucher: VoucherSheet): Steps {
  const { state, unionId, kind, reversedBy, exportedAt, union, makerId } = voucher;
  const mayEnter = may(actor, "ledger.enter", unionId);
  const mayReview = may(actor, "ledger.review", unionId);
  const isMaker = makerId === actor.personId;
  const isDraft = state === "DRAFT";
  const isHere = union.booksIn === "PORTAL";
  const waits = state === "REVIEWED" && may(actor, "ledger.post", unionId);
  return {
    edit: isDraft && mayEnter && kind !== "REVERSAL",
    submit: isDraft && mayEnter,
    remove: isDraft && mayEnter && voucher.documentId === null,
    review: state === "SUBMITTED" && mayReview && !isMaker,
    sendBack: (state === "SUBMITTED" || state === "REVIEWED") && mayReview && exportedAt === null,
    post: waits && isHere,
    reverse: state === "POSTED" && mayEnter && kind !== "REVERSAL" && reversedBy === null,
    copy: mayEnter && kind !== "REVERSAL",
    barred:
      state === "SUBMITTED" && mayReview && isMaker
        ? "本人填制的凭证须由其他稽核人员稽核"
        : waits && !isHere
          ? "本单位账簿不在本平台，稽核后从“月份与导出”导出"
          : null,
  };
}
