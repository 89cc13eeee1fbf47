import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { SummaryList } from "@/components/page/summary-list";
import { DialogButton } from "@/components/ui/dialog-button";
import type { ShownVersion } from "@/lib/policies/queries";
import { confirmParamAction } from "../../actions";

/** Confirms one version after one has seen once more what it says. */
export function ConfirmDialog({ version }: { version: ShownVersion }) {
  return (
    <DialogButton label="确认" size="small" title={`确认“${version.label}”`}>
      <Form action={confirmParamAction} label="确认标准">
        <input name="paramId" type="hidden" value={version.id} />
        <div className="grid gap-4">
          <SummaryList
            rows={[
              { label: "数值", value: version.display },
              {
                label: "适用日期",
                value: version.to === null ? `${version.from}起` : `${version.from}至${version.to}`,
              },
              { label: "来源", value: version.document },
            ]}
          />
          <p className="text-ink-2">确认后，用到该标准的规则可以判为禁止。确认不能撤回，有变动时新增版本。</p>
          <TextInput hint="文件名称和文号，或部务会议等" label="确认依据" maxLength={200} name="basis" />
          <div>
            <SubmitButton>确认标准</SubmitButton>
          </div>
        </div>
      </Form>
    </DialogButton>
  );
}
