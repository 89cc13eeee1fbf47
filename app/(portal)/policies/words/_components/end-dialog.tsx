import { DateInput } from "@/components/form/date-input";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { DialogButton } from "@/components/ui/dialog-button";
import { endListEntryAction } from "../../actions";

/** Ends a word of a list on a day. */
export function EndDialog({ entryId, word, from }: { entryId: string; word: string; from: string }) {
  return (
    <DialogButton label="停用" size="small" title={`停用“${word}”`}>
      <Form action={endListEntryAction} label="停用词语">
        <input name="entryId" type="hidden" value={entryId} />
        <div className="grid gap-4">
          <p className="text-ink-2">该日及以前的业务仍按这个词判定，停用不能撤回，需要时可再增加。</p>
          <DateInput hint={`不早于${from}`} label="最后一日" name="to" />
          <div>
            <SubmitButton>停用</SubmitButton>
          </div>
        </div>
      </Form>
    </DialogButton>
  );
}
