import { Help } from "@/components/ui/help";
import { Kbd } from "@/components/ui/kbd";

const keys: readonly (readonly [key: string, does: string])[] = [
  ["Enter", "到下一格；借方已填时直接到下一行，末行后新开一行"],
  ["=", "在金额格按 = 再按 Enter，填上使借贷相平的金额；=62*126 按算式计算"],
  ["空格", "在金额格换借贷方向"],
  ["-", "金额前加负号为红字"],
  ["..", "照抄上一行同一格；// 照抄第一行摘要"],
  ["Ctrl+S", "存草稿"],
  ["Ctrl+Enter", "提交稽核并填下一张"],
];

/** The keys of the voucher grid. */
export function EntryKeys() {
  return (
    <Help label="填写说明与快捷键">
      <p className="mb-1">科目可输编码、汉字或拼音首字母。除结转凭证外须填附单据数。</p>
      <ul className="space-y-0.5">
        {keys.map(([key, does]) => (
          <li key={key}>
            <Kbd>{key}</Kbd> {does}
          </li>
        ))}
      </ul>
    </Help>
  );
}
