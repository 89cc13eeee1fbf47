import type { ReactNode } from "react";
import { SubmitButton } from "@/components/form/submit-button";
import type { ButtonLook } from "@/components/ui/button";
import { Sign } from "@/components/ui/sign";
import { TextLink } from "@/components/ui/text-link";

export type DecisionBlocker = { text: string; href?: string | undefined };

export type DecisionOption = {
  /** Goes out as the value of the field `name`. */
  value: string;
  label: string;
  look?: ButtonLook | undefined;
  /** What stands in the way; with any the option cannot be pressed and each is named. */
  blockers: readonly DecisionBlocker[];
};

type DecisionBlockProps = {
  /** The field that carries the choice. */
  name: string;
  options: readonly DecisionOption[];
  /** Fields that go with the decision, for example its reason. */
  children?: ReactNode;
};

/** The decision of a case, inside a form: what cannot be chosen says why, one line for each thing in the way. */
export function DecisionBlock({ name, options, children }: DecisionBlockProps) {
  const blocked = options.filter((option) => option.blockers.length > 0);
  return (
    <div className="space-y-3 print:hidden">
      {children}
      <div className="flex flex-wrap gap-2.5">
        {options.map((option, index) => (
          <SubmitButton
            aria-describedby={option.blockers.length > 0 ? `${name}-${option.value}-blockers` : undefined}
            disabled={option.blockers.length > 0}
            key={option.value}
            look={option.look ?? (index === 0 ? "primary" : "secondary")}
            name={name}
            pressedBy={index === 0 ? "submit" : undefined}
            value={option.value}
          >
            {option.label}
          </SubmitButton>
        ))}
      </div>
      {blocked.map((option) => (
        <div id={`${name}-${option.value}-blockers`} key={option.value}>
          <p className="text-sm text-ink-2">现在不能“{option.label}”：</p>
          <ul className="mt-1 space-y-1">
            {option.blockers.map(({ text, href }) => (
              <li className="flex items-start gap-2 text-sm text-bad" key={text}>
                <Sign tone="bad" />
                {href === undefined ? (
                  text
                ) : (
                  <TextLink className="text-bad underline underline-offset-4" href={href}>
                    {text}
                  </TextLink>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
