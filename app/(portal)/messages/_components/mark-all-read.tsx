"use client";

import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { markReadAction } from "../actions";

/** Marks every message as read. */
export function MarkAllRead() {
  return (
    <Form action={(_input, key) => markReadAction({}, key)} label="全部标为已读">
      <SubmitButton look="secondary">全部标为已读</SubmitButton>
    </Form>
  );
}
