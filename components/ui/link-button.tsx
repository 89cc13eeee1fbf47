import type { ReactNode } from "react";
import { type ButtonLook, type ButtonSize, buttonClasses } from "./button";
import { TextLink } from "./text-link";

type LinkButtonProps = {
  href: string;
  children: ReactNode;
  look?: ButtonLook | undefined;
  size?: ButtonSize | undefined;
  download?: boolean | undefined;
};

/** A way to another page that looks like a button. */
export function LinkButton({ href, children, look, size, download }: LinkButtonProps) {
  return (
    <TextLink className={buttonClasses(look, size)} download={download} href={href}>
      {children}
    </TextLink>
  );
}
