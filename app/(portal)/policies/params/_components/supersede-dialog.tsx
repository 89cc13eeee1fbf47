import { DateInput } from "@/components/form/date-input";
import { Form } from "@/components/form/form";
import { RadioGroup } from "@/components/form/radio-group";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { Textarea } from "@/components/form/textarea";
import { DialogButton } from "@/components/ui/dialog-button";
import { valueHint } from "@/lib/policies/model";
import type { ShownVersion } from "@/lib/policies/queries";
import { supersedeParamAction } from "../../actions";

/** Adds the next version of a number; the shown one ends the day before. */
export function SupersedeDialog({ version }: { version: ShownVersion }) {
  return (
    <DialogButton label="新增版本" size="small" title={`新增“${version.label}”的版本`}>
      <Form action={supersedeParamAction} label="新增标准版本">
        <input name="paramId" type="hidden" value={version.id} />
        <div className="grid gap-4">
          <p className="text-ink-2">
            现行：{version.display}，{version.from}
            起。新版本生效前一日为现行版本的最后一日；已留存的结论不变。
          </p>
          <DateInput hint={`须晚于${version.from}`} label="生效日期" name="from" />
          <TextInput hint={`${valueHint(version.unit)}；${version.unitLabel}`} label="数值" name="value" />
          <TextInput hint="文件名称和文号" label="依据文件" maxLength={200} name="document" />
          <RadioGroup
            choices={[
              { value: "CONFIRMED", label: "已确认", hint: "有正式文件，规则可以判为禁止" },
              { value: "TO_CONFIRM", label: "待确认", hint: "最多判为需审批" },
            ]}
            label="状态"
            name="status"
          />
          <Textarea label="说明" maxLength={500} name="note" optional rows={2} />
          <div>
            <SubmitButton>保存新版本</SubmitButton>
          </div>
        </div>
      </Form>
    </DialogButton>
  );
}
