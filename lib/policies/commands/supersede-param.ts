import { showParam } from "@/lib/policy/params";
import { defineCommand } from "@/lib/server/command";
import { supersedeParamInput } from "../schema";
import { addVersionIn, alreadySuperseded, commonVersionIn, readValue } from "./add-version";

/** Adds a dated version of a common number and ends the one before; verdicts already frozen stay as they are. */
export const supersedeParam = defineCommand({
  name: "policies.supersedeParam",
  label: "新增标准版本",
  permission: "policies.confirm",
  input: supersedeParamInput,
  async run(tx, { paramId, from, value, document, status, note }, context) {
    const last = await commonVersionIn(tx, paramId);
    // Who asks names the version they saw; when it is no longer the last, somebody else was first.
    if (last.to !== null) throw await alreadySuperseded(tx, last);
    const typed = readValue(last, value);
    const id = await addVersionIn(tx, last, last, {
      ...{ from, value: typed, document, note, status },
      ...{ unionId: null, personId: context.personId() },
    });
    return {
      value: { paramId: id.toString() },
      audit: {
        subject: `policyParam:${id}`,
        unionId: null,
        detail: {
          ...{ code: last.code, from, document, status },
          ...{ old: showParam(last), new: showParam({ ...last, ...typed }) },
        },
      },
    };
  },
});
