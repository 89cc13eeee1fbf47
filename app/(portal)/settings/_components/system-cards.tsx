"use client";

import { DialogForm } from "@/app/(portal)/_components/dialog-form";
import { addYearAction, changeSettingAction } from "@/app/(portal)/accounts/actions";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { Textarea } from "@/components/form/textarea";
import { Card } from "@/components/page/card";
import { ItemList } from "@/components/page/item-list";
import { PlainTable } from "@/components/page/plain-table";
import { readNotice } from "./notice";

type Setting = { code: string; label: string; unit: string; value: number; min: number; max: number };

/** The numbers of the running of the portal. */
export function SettingsTable({ settings, mayChange }: { settings: readonly Setting[]; mayChange: boolean }) {
  return (
    <Card flush title="时限与上限">
      <PlainTable
        caption="系统设置"
        columns={[
          { key: "label", label: "项目" },
          { key: "value", label: "现值" },
          { key: "range", label: "可设范围" },
          { key: "change", label: "" },
        ]}
        rows={settings.map(({ code, label, unit, value, min, max }) => ({
          key: code,
          cells: [
            label,
            `${value} ${unit}`,
            `${min} 至 ${max}`,
            mayChange && (
              <DialogForm
                action={changeSettingAction}
                fixed={{ code }}
                key="change"
                label="修改"
                size="small"
                submitLabel="保存"
                title={label}
              >
                <TextInput
                  defaultValue={String(value)}
                  inputMode="numeric"
                  label={`${label}（${unit}）`}
                  name="value"
                />
              </DialogForm>
            ),
          ],
        }))}
        titleKey="label"
      />
    </Card>
  );
}

type Calendar = {
  year: number;
  isKnown: boolean;
  workingDays: number;
  days: readonly { date: string; isWorking: boolean; note: string | null }[];
};

/** The working days of a year, or the form to enter them. */
export function CalendarCard({ calendar, mayAdd }: { calendar: Calendar; mayAdd: boolean }) {
  const title = `${calendar.year}年工作日历`;
  if (!calendar.isKnown) {
    return (
      <Card title={title}>
        <p className="mb-3">尚未录入，涉及这一年的工作日期限暂不能计算。</p>
        {mayAdd && (
          <Form
            action={addYearAction}
            label={title}
            read={(data) =>
              readNotice(calendar.year, String(data.get("holidays")), String(data.get("makeUpDays")))
            }
          >
            <div className="max-w-xl space-y-4">
              <Textarea
                hint="每行一个节日，例如：元旦 2027-01-01 2027-01-03"
                label="放假日期"
                name="holidays"
              />
              <Textarea
                hint="以空格或换行隔开，例如：2027-02-14"
                label="调休上班日期"
                name="makeUpDays"
                optional
              />
              <SubmitButton>录入</SubmitButton>
            </div>
          </Form>
        )}
      </Card>
    );
  }
  return (
    <Card aside={`全年 ${calendar.workingDays} 个工作日`} flush title={title}>
      <ItemList
        items={calendar.days.map(({ date, isWorking, note }) => ({
          key: date,
          title: `${date} ${note ?? ""}`,
          tone: isWorking ? ("warn" as const) : ("ok" as const),
        }))}
      />
    </Card>
  );
}
