import type { z } from "zod";
import { Refusal } from "@/lib/core/errors";

/** Parses untrusted input; a mistake becomes a refusal that names each field in Chinese. */
export function parseInput<Input>(schema: z.ZodType<Input>, raw: unknown): Input {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => ({
    path: issue.path.join("."),
    message: chineseMessage(issue),
  }));
  const first = fields[0];
  throw new Refusal(
    "INVALID",
    fields.length === 1 && first ? first.message : `有 ${fields.length} 处需要改正`,
    fields,
  );
}

/** zod's own wording is English; what a schema did not word itself gets a plain Chinese sentence. */
function chineseMessage(issue: z.core.$ZodIssue): string {
  if (/[\u4e00-\u9fff]/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "请填写此项" : "内容格式不正确";
    case "too_big":
      return issue.origin === "string" ? `不能超过 ${issue.maximum} 个字` : `不能大于 ${issue.maximum}`;
    case "too_small":
      return issue.origin === "string" ? "请填写此项" : `不能小于 ${issue.minimum}`;
    case "unrecognized_keys":
      return "含有不认识的项目";
    default:
      return "内容不正确";
  }
}
