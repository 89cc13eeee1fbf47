import type { ComponentProps } from "react";
import { classNames } from "./class-names";

export type ButtonLook = "primary" | "secondary" | "danger" | "plain";
export type ButtonSize = "normal" | "small" | "large";

const looks: Record<ButtonLook, string> = {
  primary:
    "border-act bg-act text-paper hover:bg-act-dark hover:border-act-dark disabled:border-act-mute disabled:bg-act-mute",
  secondary: "border-line bg-paper text-ink hover:border-edge disabled:text-ink-3 disabled:border-line",
  danger: "border-line bg-paper text-bad hover:border-bad disabled:text-ink-3 disabled:border-line",
  plain: "border-transparent text-act hover:bg-act-soft disabled:text-ink-3",
};

const sizes: Record<ButtonSize, string> = {
  small: "rounded-control px-2 py-0.5 text-sm",
  normal: "rounded-control px-3.5 py-1.5",
  large: "w-full rounded-card px-4 py-3.5 text-phone",
};

/** The classes of a button, for links and summaries that look like one. */
export function buttonClasses(look: ButtonLook = "secondary", size: ButtonSize = "normal"): string {
  return classNames(
    "inline-flex items-center justify-center gap-1.5 border font-medium whitespace-nowrap select-none",
    looks[look],
    sizes[size],
  );
}

export type ButtonProps = Omit<ComponentProps<"button">, "className" | "style"> & {
  look?: ButtonLook | undefined;
  size?: ButtonSize | undefined;
  /** Which key presses it: save for Ctrl+S, submit for Ctrl+Enter. */
  pressedBy?: "save" | "submit" | undefined;
};

/** A button. It submits nothing unless told to. Red is no look of it, since red means refused. */
export function Button({ look, size, pressedBy, type = "button", ...rest }: ButtonProps) {
  return <button {...rest} className={buttonClasses(look, size)} data-pressed-by={pressedBy} type={type} />;
}
