import { now } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import { type SettingCode, settings } from "@/lib/server/settings";
import { changeSettingInput } from "../schema";

/** Changes one number of the running of the portal, within its bounds. */
export const changeSetting = defineCommand({
  name: "accounts.changeSetting",
  label: "修改系统设置",
  permission: "accounts.manage",
  input: changeSettingInput,
  async run(tx, { code, value }, context) {
    if (!isSetting(code)) throw new Refusal("NOT_FOUND", "未找到该设置");
    const { min, max, unit } = settings[code];
    if (value < min || value > max) {
      const message = `应在 ${min} 至 ${max} ${unit}之间`;
      throw new Refusal("INVALID", message, [{ path: "value", message }]);
    }
    const before = await tx.portalSetting.findUniqueOrThrow({ where: { code }, select: { value: true } });
    await tx.$executeRaw`
      update portal_setting set value = ${value}, changed_at = ${now()}, changed_by_id = ${context.personId()}
      where code = ${code}`;
    return {
      value: { code, value },
      audit: { subject: `setting:${code}`, unionId: null, detail: { value: [before.value, value] } },
    };
  },
});

function isSetting(code: string): code is SettingCode {
  return code in settings;
}
