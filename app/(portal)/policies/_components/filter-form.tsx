import type { ReactNode } from "react";
import { TextInput } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";

type FilterFormProps = {
  action: string;
  placeholder: string;
  filters: Record<string, string>;
  /** The names that the fields below set; all other filters of the address are kept. */
  sets?: readonly string[];
  children?: ReactNode;
};

/** The search of a list; what is searched for stands in the address. */
export function FilterForm({ action, placeholder, filters, sets = [], children }: FilterFormProps) {
  const kept = Object.entries(filters).filter(([name]) => !["q", "page", ...sets].includes(name));
  return (
    <form action={action} className="flex flex-wrap items-center gap-2" method="get">
      {kept.map(([name, value]) => (
        <input key={name} name={name} type="hidden" value={value} />
      ))}
      <TextInput
        defaultValue={filters["q"] ?? ""}
        label="搜索"
        labelHidden
        name="q"
        optional
        placeholder={placeholder}
        type="search"
      />
      {children}
      <Button type="submit">查找</Button>
    </form>
  );
}
