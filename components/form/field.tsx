"use client";

import { type ReactNode, useContext } from "react";
import { classNames } from "@/components/ui/class-names";
import { FormContext, fieldId } from "./form-context";

export type FieldProps = {
  label: string;
  name: string;
  hint?: ReactNode;
  /** Overrides what the form says about this field. */
  error?: string | undefined;
  optional?: boolean | undefined;
  /** For fields whose place already tells what they are, as a search box does. */
  labelHidden?: boolean | undefined;
};

export type ControlProps = {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  "aria-required": true | undefined;
};

/** Label, hint and error around one control, tied together for those who hear the page. */
export function Field(props: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const { label, name, hint, optional = false, labelHidden = false, children } = props;
  const { id, error, control } = useField(props);
  return (
    <div className="min-w-0">
      <label className={classNames("mb-1 block text-sm text-ink-2", labelHidden && "sr-only")} htmlFor={id}>
        {label}
        {optional && <span className="text-ink-3">（选填）</span>}
      </label>
      {children({ ...control, name })}
      <FieldNotes error={error} hint={hint} id={id} />
    </div>
  );
}

/** The same wiring for a group of choices, whose label is a legend. */
export function FieldGroup(props: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const { label, hint, optional = false, labelHidden = false, children } = props;
  const { id, error, control } = useField(props);
  return (
    <fieldset aria-describedby={control["aria-describedby"]} className="min-w-0">
      <legend className={classNames("mb-1 text-sm text-ink-2", labelHidden && "sr-only")}>
        {label}
        {optional && <span className="text-ink-3">（选填）</span>}
      </legend>
      {children(control)}
      <FieldNotes error={error} hint={hint} id={id} />
    </fieldset>
  );
}

/** The classes of every one-line control. */
export const controlClasses =
  "w-full rounded-control border border-edge bg-paper px-2.5 py-1.5 focus:border-act focus:outline-2 focus:-outline-offset-1 focus:outline-act focus:outline-solid aria-invalid:border-bad disabled:border-line disabled:bg-ground disabled:text-ink-2";

function useField({ name, hint, error: given, optional }: FieldProps) {
  const { formId, errors } = useContext(FormContext);
  const id = fieldId(formId, name);
  const error = given ?? errors.get(name);
  const notes = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean);
  const control: ControlProps = {
    id,
    name,
    "aria-describedby": notes.length > 0 ? notes.join(" ") : undefined,
    "aria-invalid": error === undefined ? undefined : true,
    "aria-required": optional ? undefined : true,
  };
  return { id, error, control };
}

function FieldNotes({ id, hint, error }: { id: string; hint: ReactNode; error: string | undefined }) {
  return (
    <>
      {hint !== undefined && (
        <div className="mt-1 text-xs text-ink-3" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error !== undefined && (
        <p className="mt-1 text-sm text-bad" id={`${id}-error`}>
          ✗ {error}
        </p>
      )}
    </>
  );
}
