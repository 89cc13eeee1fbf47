"use client";

import { useContext } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { FormContext } from "./form-context";

/** The button that sends the form; while it is on its way a second press does nothing. */
export function SubmitButton({
  look = "primary",
  pressedBy = "submit",
  disabled,
  ...rest
}: Omit<ButtonProps, "type">) {
  const { pending } = useContext(FormContext);
  return (
    <Button
      {...rest}
      aria-disabled={pending}
      disabled={disabled}
      look={look}
      pressedBy={pressedBy}
      type="submit"
    />
  );
}
