import { MoneyInput } from "@/components/form/money-input";
import { NumberInput } from "@/components/form/number-input";
import { RadioGroup } from "@/components/form/radio-group";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import type { Fact } from "@/lib/policy/facts";
import { type QuantityUnit, quantityUnits } from "@/lib/policy/quantity";

type AnswerFieldProps = {
  fact: Fact;
  text: string;
  onText: (text: string) => void;
  /** The list of people says it already; the field then only shows it. */
  told?: string | undefined;
};

// What is known only after the event, and what the title tells already.
const optional: ReadonlySet<string> = new Set(["signed", "itemRegister", "winners", "festivalCode"]);

function isCount(unit: Fact["unit"]): unit is QuantityUnit {
  return Object.hasOwn(quantityUnits, unit);
}

/** A fact the kind of spending asks for, as the field its unit calls for; kept as the text the fact reads. */
export function AnswerField({ fact, text, onText, told }: AnswerFieldProps) {
  const { id, label, unit, hint } = fact;
  const field = { label, name: `answers.${id}`, optional: optional.has(id) };
  if (told !== undefined) return <TextInput {...field} disabled hint="按名单" value={told} />;
  switch (unit) {
    case "fen":
      return <MoneyInput {...field} onText={onText} value={text} />;
    case "flag":
      return (
        <RadioGroup
          {...field}
          choices={[
            { value: "是", label: "是" },
            { value: "否", label: "否" },
          ]}
          inline
          onChange={(event) => onText(event.currentTarget.value)}
          value={text}
        />
      );
    case "option":
      return (
        <Select
          {...field}
          choices={hint.split("/").map((word) => ({ value: word, label: word }))}
          emptyLabel="请选择"
          onChange={(event) => onText(event.currentTarget.value)}
          value={text}
        />
      );
    case "date":
    case "list":
    case "fenList":
    case "text":
      return (
        <TextInput
          {...field}
          hint={unit === "text" ? undefined : hint}
          onChange={(event) => onText(event.currentTarget.value)}
          value={text}
        />
      );
    default:
      return (
        <NumberInput
          {...field}
          onText={onText}
          unit={isCount(unit) ? quantityUnits[unit] : undefined}
          value={text}
        />
      );
  }
}
