import { TextLink } from "@/components/ui/text-link";
import type { VoucherSheet } from "@/lib/ledger/queries";

/** What belongs to a voucher: the document behind it, the one it reverses or is reversed by, why it was sent back. */
export function VoucherLinks({ voucher }: { voucher: VoucherSheet }) {
  const { reverses, reversedBy, documentId, returnReason, returnedBy, state, exportedAt } = voucher;
  const notes = [
    reverses !== null && (
      <>
        本凭证红字冲销{" "}
        <TextLink href={`/ledger/${reverses.id}`}>{`${reverses.voucherDate} ${reverses.number}`}</TextLink>
      </>
    ),
    reversedBy !== null && (
      <>
        {reversedBy.state === "POSTED" ? "已被红字冲销：" : "红字冲销办理中："}
        <TextLink href={`/ledger/${reversedBy.id}`}>{reversedBy.number ?? "查看冲销凭证"}</TextLink>
      </>
    ),
    documentId !== null && (
      <>
        由报销单生成，<TextLink href={`/spending/${documentId}`}>查看报销单</TextLink>
      </>
    ),
    exportedAt !== null && <>已导出到记账软件，不再改动。</>,
    state === "DRAFT" && returnReason !== null && (
      <span className="text-warn">
        {returnedBy}退回：{returnReason}
      </span>
    ),
  ].filter((note) => note !== false);
  if (notes.length === 0) return null;
  return (
    <ul className="mb-4 space-y-1 rounded-card border border-line bg-paper px-4.5 py-3">
      {notes.map((note, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the notes have a fixed order and no name
        <li key={index}>{note}</li>
      ))}
    </ul>
  );
}
