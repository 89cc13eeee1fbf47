import type { VoucherState } from "@/generated/prisma/enums";
import { Refusal } from "@/lib/core/errors";
import type { Tx } from "@/lib/server/db";
import { voucherStateLabels } from "../labels";
import { voucherNumber } from "../model";

/** The columns a step needs of a voucher; a foreign one is not found. */
export async function voucherForStep(tx: Tx, id: bigint) {
  const voucher = await tx.voucher.findUnique({
    where: { id },
    select: {
      id: true,
      unionId: true,
      state: true,
      version: true,
      kind: true,
      voucherDate: true,
      number: true,
      attachmentCount: true,
      makerId: true,
      documentId: true,
      reversesId: true,
    },
  });
  if (voucher === null) throw new Refusal("NOT_FOUND", "未找到该凭证，或您没有权限");
  return voucher;
}

type Standing = { state: VoucherState; number: number | null; who: string | null; at: string | null };

/** The refusal for a step that came too late: it names the step the voucher is at, who took it and when. */
export async function tooLate(tx: Tx, id: bigint): Promise<Refusal> {
  const rows = await tx.$queryRaw<Standing[]>`
    select v.state, v.number, p.name who,
           to_char(coalesce(v.posted_at, v.reviewed_at, v.returned_at, v.created_at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') at
      from voucher v left join person p on p.id = coalesce(v.poster_id, v.reviewer_id, v.returned_by_id, v.maker_id)
      where v.id = ${id}`;
  const now = rows[0];
  if (now === undefined) return new Refusal("NOT_FOUND", "未找到该凭证，或您没有权限");
  const number = now.number === null ? "" : `（${voucherNumber(now.number)}）`;
  return new Refusal(
    "CONFLICT",
    `凭证现为“${voucherStateLabels[now.state]}”${number}，最近由${now.who ?? "他人"}于 ${now.at ?? ""} 办理，请刷新后再办`,
  );
}
