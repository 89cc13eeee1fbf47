"use client";

import { useContext } from "react";
import { FormContext } from "@/components/form/form-context";

/** Says what is under way while the form around it is being sent. */
export function Pending({ text }: { text: string }) {
  const { pending } = useContext(FormContext);
  return (
    <p className="text-sm text-ink-2" role="status">
      {pending ? text : null}
    </p>
  );
}
