import { Refusal } from "@/lib/core/errors";
import { sqlStateOf } from "./retry";

/**
 * The refusal an error amounts to, or null when it is a fault.
 * A row outside the wall is the same as a row that is not there.
 */
export function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  switch (sqlStateOf(error)) {
    case "42501":
      return new Refusal("NOT_FOUND", "未找到该记录，或您没有权限");
    case "22007":
    case "22008":
      return new Refusal("INVALID", "日期不正确，请重新填写");
    case "40001":
    case "40P01":
    case "55P03":
      return new Refusal("CONFLICT", "同时办理的人较多，请稍后再试一次；本次没有改动任何数据");
    case "23503":
      // A reference to a row that is not there; behind the wall it would not have been found either.
      return new Refusal("NOT_FOUND", "引用的记录不存在，或您没有权限");
    case "23505":
    case "23P01":
      // Two people wrote the same thing at once and the other was first.
      return new Refusal("CONFLICT", "同样的内容刚刚已由他人登记，请刷新后查看；本次没有改动任何数据");
    case "57014":
      return new Refusal("CONFLICT", "处理时间过长已停止，没有改动任何数据，请缩小范围后再试");
    default:
      return prismaCodeOf(error) === "P2025" ? new Refusal("NOT_FOUND", "未找到该记录，或您没有权限") : null;
  }
}

function prismaCodeOf(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}
