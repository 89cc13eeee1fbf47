import { Tabs } from "@/components/ui/tabs";

const rooms = [
  { key: "rules", label: "规则", href: "/policies" },
  { key: "params", label: "标准确认", href: "/policies/params" },
  { key: "own", label: "本单位标准", href: "/policies/own" },
  { key: "words", label: "词表", href: "/policies/words" },
  { key: "rulings", label: "答复单", href: "/policies/rulings" },
  { key: "instruments", label: "文件", href: "/policies/instruments" },
  { key: "cases", label: "案例核对", href: "/policies/cases" },
] as const;

/** The rooms of 政策依据. */
export function PolicyTabs({ current }: { current: (typeof rooms)[number]["key"] }) {
  return (
    <div className="mb-4 border-b border-line">
      <Tabs current={current} items={rooms} label="政策依据" />
    </div>
  );
}
