/** What was typed, by field name and place among fields of that name. */
export type DraftField = { name: string; text: string; checked?: boolean | undefined };

type DraftControl = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What a form holds that may be kept: no passwords, no files, and of hidden fields only those that say so. */
export function takeDraft(form: HTMLFormElement): DraftField[] {
  return draftControls(form).map((control) =>
    control instanceof HTMLInputElement && isTicked(control)
      ? { name: control.name, text: control.value, checked: control.checked }
      : { name: control.name, text: control.value },
  );
}

/** Puts a draft back as if it had been typed, so that controls kept by React learn of it too. */
export function putBackDraft(form: HTMLFormElement, draft: readonly DraftField[]): void {
  const rest = [...draft];
  for (const control of draftControls(form)) {
    const ticked = control instanceof HTMLInputElement && isTicked(control);
    const index = rest.findIndex(
      (field) => field.name === control.name && (!ticked || field.text === control.value),
    );
    const [field] = index < 0 ? [] : rest.splice(index, 1);
    if (field === undefined) continue;
    if (ticked) {
      if (control.checked !== field.checked) control.click();
    } else if (control.value !== field.text) {
      type(control, field.text);
    }
  }
}

function draftControls(form: HTMLFormElement): DraftControl[] {
  return [...form.elements].filter(
    (control): control is DraftControl =>
      (control instanceof HTMLInputElement ||
        control instanceof HTMLTextAreaElement ||
        control instanceof HTMLSelectElement) &&
      control.name !== "" &&
      !["password", "file", "submit"].includes(control.type) &&
      (control.type !== "hidden" || "drafted" in control.dataset),
  );
}

function isTicked(control: HTMLInputElement): boolean {
  return control.type === "checkbox" || control.type === "radio";
}

/** React overrides the value property of each control; the one of the class is the browser's own. */
function type(control: DraftControl, text: string): void {
  const owner = Object.getPrototypeOf(control);
  Object.getOwnPropertyDescriptor(owner, "value")?.set?.call(control, text);
  control.dispatchEvent(
    new Event(control instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }),
  );
}
