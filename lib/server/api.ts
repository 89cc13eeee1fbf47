import { randomUUID } from "node:crypto";
import { commands, queries } from "@/lib/catalogue";
import { Refusal, type RefusalCode, type RefusedField } from "@/lib/core/errors";
import { type Json, toJson } from "@/lib/core/json";
import type { Actor } from "./actor";
import { actorForToken } from "./api-token";
import { parseJson, readBody } from "./body-limit";
import { type Command, runCommand } from "./command";
import { log } from "./log";
import { requireSameOrigin } from "./origin";
import { type Query, read } from "./query";
import { takeCall } from "./rate-limit";
import { currentActor } from "./session";

type ApiCode = RefusalCode | "UNAUTHENTICATED" | "METHOD" | "TOO_LARGE" | "TOO_MANY" | "MEDIA_TYPE" | "FAULT";

const maxBodyBytes = 1024 * 1024;
const accountRate = { burst: 200, perSecond: 50 };

const statusOf: Record<ApiCode, number> = {
  INVALID: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD: 405,
  CONFLICT: 409,
  TOO_LARGE: 413,
  MEDIA_TYPE: 415,
  POLICY: 422,
  TOO_MANY: 429,
  FAULT: 500,
};

/** What the machine interface answers instead of a value. */
export type ApiError = {
  error: { code: ApiCode; message: string; fields: readonly RefusedField[]; reference: string };
};

type Target =
  | { kind: "command"; command: Command<unknown, Json> }
  | { kind: "query"; query: Query<unknown, unknown> };

class ApiRefusal extends Error {
  readonly code: ApiCode;
  readonly headers: Record<string, string>;

  constructor(code: ApiCode, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.code = code;
    this.headers = headers;
  }
}

/** Answers one call of the machine interface: GET reads a query, POST runs a command or reads a query. */
export async function answerApi(request: Request, name: string): Promise<Response> {
  const requestId = randomUUID();
  try {
    const actor = await callerOf(request);
    limitRate(actor);
    const target = targetOf(name);
    if (target.kind === "query") {
      const value = await read(actor, target.query, await inputOf(request), { requestId });
      return Response.json({ value: toJson(value) });
    }
    if (request.method !== "POST") throw new ApiRefusal("METHOD", "此操作只接受 POST", { Allow: "POST" });
    const key = request.headers.get("idempotency-key") ?? undefined;
    const value = await runCommand(target.command, actor, await inputOf(request), { key, requestId });
    return Response.json({ value });
  } catch (error) {
    return failure(error, name, requestId);
  }
}

/** A token names its account; a browser's session counts too, but then only from the portal's own pages. */
async function callerOf(request: Request): Promise<Actor> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    const token = /^Bearer ([\x21-\x7e]{20,512})$/i.exec(authorization)?.[1];
    const actor = token === undefined ? null : await actorForToken(token);
    if (actor === null) throw unauthenticated("令牌无效、已撤销或已过期");
    return actor;
  }
  if (request.method !== "GET") requireSameOrigin(request.headers);
  const actor = await currentActor();
  if (actor === null) throw unauthenticated("请先登录，或在 Authorization 中提供令牌");
  return actor;
}

function unauthenticated(message: string): ApiRefusal {
  return new ApiRefusal("UNAUTHENTICATED", message, { "WWW-Authenticate": "Bearer" });
}

function limitRate(actor: Actor): void {
  const wait = takeCall(`api:${actor.accountId ?? "none"}`, accountRate);
  if (wait > 0) {
    throw new ApiRefusal("TOO_MANY", `请求过于频繁，请 ${wait} 秒后再试`, { "Retry-After": String(wait) });
  }
}

function targetOf(name: string): Target {
  const command = commands.find((one) => one.name === name);
  if (command !== undefined) return { kind: "command", command };
  const query = queries.find((one) => one.name === name);
  if (query !== undefined) return { kind: "query", query };
  throw new ApiRefusal("NOT_FOUND", "没有这个接口");
}

async function inputOf(request: Request): Promise<unknown> {
  if (request.method === "GET") return parseJson(new URL(request.url).searchParams.get("input") ?? "{}");
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new ApiRefusal("MEDIA_TYPE", "内容应为 application/json");
  const text = await readBody(request, maxBodyBytes);
  if (text === null) throw new ApiRefusal("TOO_LARGE", "内容不能超过 1 MB");
  return text.trim() === "" ? {} : parseJson(text);
}

function failure(error: unknown, name: string, requestId: string): Response {
  const reference = requestId.slice(0, 8);
  if (error instanceof Refusal) return errorResponse(error.code, error.message, error.fields, reference);
  if (error instanceof ApiRefusal)
    return errorResponse(error.code, error.message, [], reference, error.headers);
  log.error({ err: error, where: name, requestId }, "fault");
  return errorResponse("FAULT", `系统出错，请稍后重试，或把编号 ${reference} 告诉管理员`, [], reference);
}

function errorResponse(
  code: ApiCode,
  message: string,
  fields: readonly RefusedField[],
  reference: string,
  headers: Record<string, string> = {},
): Response {
  const body: ApiError = { error: { code, message, fields, reference } };
  return Response.json(body, { status: statusOf[code], headers });
}
