import type { z } from "zod";
import { Refusal } from "@/lib/core/errors";

/** Parses untrusted input; a mistake becomes a refusal that names each field in Chinese. */
export function parseInput<Input>(schema: z.ZodType<Input>, raw: unknown): Input {
  const odd = unstorablePath(raw, []);
  if (odd !== null) {
    const message = "含有无法保存的字符，请删去后重新输入";
    throw new Refusal("INVALID", message, [{ path: odd.join("."), message }]);
  }
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

/** No form of the portal is nested deeper. */
const deepestInput = 64;

/** Where a text stands that the database cannot keep: NUL, or half of a surrogate pair; null when there is none. */
function unstorablePath(value: unknown, path: readonly string[]): readonly string[] | null {
  if (typeof value === "string") return value.includes("\0") || /\p{Surrogate}/u.test(value) ? path : null;
  if (typeof value !== "object" || value === null) return null;
  if (path.length > deepestInput) return path;
  for (const [key, part] of Object.entries(value)) {
    const found = unstorablePath(key, path) ?? unstorablePath(part, [...path, key]);
    if (found !== null) return found;
  }
  return null;
}
