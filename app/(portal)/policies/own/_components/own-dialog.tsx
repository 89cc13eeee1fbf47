import { DateInput } from "@/components/form/date-input";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { Textarea } from "@/components/form/textarea";
import { DialogButton } from "@/components/ui/dialog-button";
import { valueHint } from "@/lib/policies/model";
import type { ShownVersion } from "@/lib/policies/queries";
import { setOwnParamAction } from "../../actions";

/** Sets the union's own value of one standard from a day on. */
export function OwnDialog({ standard, unionId }: { standard: ShownVersion; unionId: number }) {
  return (
    <DialogButton label="填写" size="small" title={`填写“${standard.label}”`}>
      <Form action={setOwnParamAction} label="填写本单位标准">
        <input name="unionId" type="hidden" value={unionId} />
        <input name="code" type="hidden" value={standard.code} />
        <div className="grid gap-4">
          <TextInput hint={`${valueHint(standard.unit)}；${standard.unitLabel}`} label="数值" name="value" />
          <DateInput hint="从这一天起按新标准判定" label="生效日期" name="from" />
          <TextInput hint="本单位的办法、制度或会议决议" label="依据文件" maxLength={200} name="document" />
          <Textarea label="说明" maxLength={500} name="note" optional rows={2} />
          <div>
            <SubmitButton>保存</SubmitButton>
          </div>
        </div>
      </Form>
    </DialogButton>
  );
}
