import { createHash, randomUUID } from "node:crypto";
import type { z } from "zod";
import { today as todayNow } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { canonicalJson, type Json, toJson } from "@/lib/core/json";
import { type Actor, type Scope, scopeOf } from "./actor";
import { type AuditNote, type KeyedAnswer, writeAudit } from "./audit";
import { asGate, type Isolation, inScope, type Tx } from "./db";
import { parseInput } from "./input";
import { log } from "./log";
import { type Permission, permissionLabels } from "./permissions";
import { asRefusal } from "./refusals";
import { withRetries } from "./retry";

/** What a command or query knows about its caller and its day. */
export type Context = {
  actor: Actor;
  scope: Scope;
  requestId: string;
  /** The business date, Asia/Shanghai. */
  today: string;
  /** Refuses with 未找到 when a union named in the payload is outside this permission's scope. */
  requireUnion: (unionId: number) => void;
  /** The person acting; refuses for the portal's own jobs, which are nobody. */
  personId: () => bigint;
};

/** One named change. `run` returns its answer together with its audit note, so neither can be forgotten. */
export type Command<Input, Value extends Json> = {
  name: `${string}.${string}`;
  /** The audit log's and the permission page's wording. */
  label: string;
  permission: Permission;
  input: z.ZodType<Input>;
  /** Serializable unless the command states another level with its reason and owns a race test. */
  isolation?: Isolation;
  /** The answer is told once and kept nowhere (a one-time link, a full number): its calls take no key. */
  answerIsSecret?: true;
  // A method, so that commands of every input fit one list (the catalogue).
  run(tx: Tx, input: Input, context: Context): Promise<{ value: Value; audit: AuditNote }>;
};

/** Declares a command; the type keeps input, answer and audit together. */
export function defineCommand<Input, Value extends Json>(
  command: Command<Input, Value>,
): Command<Input, Value> {
  return command;
}

export type CallOptions = {
  /** Idempotency key: the same key and body gets the first answer again, another body is refused. */
  key?: string | undefined;
  /** The business date of the call; the clock's by default. */
  today?: string | undefined;
  requestId?: string | undefined;
};

/** Builds the context of one call. */
export function contextFor(actor: Actor, scope: Scope, options: CallOptions): Context {
  return {
    actor,
    scope,
    requestId: options.requestId ?? randomUUID(),
    today: options.today ?? todayNow(),
    requireUnion(unionId) {
      if (scope.role !== "portal_district" && !scope.unions.includes(unionId)) {
        throw new Refusal("NOT_FOUND", "未找到该工会，或您没有权限");
      }
    },
    personId() {
      if (actor.personId === null) throw new Refusal("FORBIDDEN", "此操作须由本人登录后办理");
      return actor.personId;
    },
  };
}

/** The scope a permission opens, or a refusal that names the permission. */
export function requireScope(actor: Actor, permission: Permission): Scope {
  const scope = scopeOf(actor, permission);
  if (scope === null) throw new Refusal("FORBIDDEN", `您的岗位没有“${permissionLabels[permission]}”权限`);
  return scope;
}

/**
 * The one road to a write: permission, input, one limited transaction, the change, its audit line, commit.
 * Throws Refusal for an expected no (also written to the log); anything else is a fault.
 */
export async function runCommand<Input, Value extends Json>(
  command: Command<Input, Value>,
  actor: Actor,
  rawInput: unknown,
  options: CallOptions = {},
): Promise<Value> {
  const requestId = options.requestId ?? randomUUID();
  try {
    const scope = requireScope(actor, command.permission);
    const input = parseInput(command.input, rawInput);
    const context = contextFor(actor, scope, { ...options, requestId });
    const isolation = command.isolation ?? "Serializable";
    const keyed = command.answerIsSecret !== true;
    return await withRetries(() =>
      inScope({ scope, actor, isReadOnly: false, isolation }, async (tx) => {
        const request = keyed ? requestOf(command.name, rawInput, options.key) : null;
        const earlier = request && (await earlierAnswer<Value>(tx, actor, request));
        if (earlier) return earlier.value;
        const { value, audit } = await command.run(tx, input, context);
        const answer: KeyedAnswer | null = request && { ...request, response: { value } };
        await writeAudit(tx, { ...audit, actor, command: command.name, outcome: "DONE", requestId }, answer);
        return value;
      }),
    );
  } catch (error) {
    const refusal = asRefusal(error);
    if (refusal === null) throw error;
    // Of two simultaneous calls with one key the later may meet the work of the first: it gets the first's answer.
    const answered =
      refusal.code === "CONFLICT"
        ? await answerMeanwhile<Value>(command.name, actor, rawInput, options)
        : null;
    if (answered !== null) return answered.value;
    await recordRefusal(command.name, actor, refusal, requestId);
    throw refusal;
  }
}

type KeyedRequest = { key: string; requestHash: string };

function requestOf(command: string, rawInput: unknown, key: string | undefined): KeyedRequest | null {
  if (key === undefined) return null;
  if (!/^[\x21-\x7e]{1,128}$/.test(key)) throw new Refusal("INVALID", "幂等键应为 1 至 128 个可见字符");
  const requestHash = createHash("sha256")
    .update(`${command}\n${canonicalJson(toJson(rawInput))}`)
    .digest("hex");
  return { key, requestHash };
}

async function answerMeanwhile<Value extends Json>(
  command: string,
  actor: Actor,
  rawInput: unknown,
  options: CallOptions,
): Promise<{ value: Value } | null> {
  const request = requestOf(command, rawInput, options.key);
  if (request === null || actor.accountId === null) return null;
  const { accountId } = actor;
  const rows = await asGate(
    (tx) => tx.$queryRaw<{ response: { value: Value } }[]>`
      select response from idempotency_key
      where account_id = ${accountId} and key = ${request.key} and request_hash = ${request.requestHash}`,
  );
  return rows[0]?.response ?? null;
}

async function earlierAnswer<Value extends Json>(
  tx: Tx,
  actor: Actor,
  request: KeyedRequest,
): Promise<{ value: Value } | null> {
  if (actor.accountId === null) return null;
  const rows = await tx.$queryRaw<{ request_hash: string; response: { value: Value } }[]>`
    select request_hash, response from idempotency_key where account_id = ${actor.accountId} and key = ${request.key}`;
  const row = rows[0];
  if (row === undefined) return null;
  if (row.request_hash !== request.requestHash) {
    throw new Refusal("CONFLICT", "同一幂等键已用于另一内容的请求，请换一个键");
  }
  return row.response;
}

/** Input mistakes are everyday; every other refusal is kept in the log with who, what and why. */
async function recordRefusal(
  command: string,
  actor: Actor,
  refusal: Refusal,
  requestId: string,
): Promise<void> {
  if (refusal.code === "INVALID") return;
  try {
    const note = { subject: "", unionId: null, detail: { code: refusal.code, message: refusal.message } };
    await asGate((tx) => writeAudit(tx, { ...note, actor, command, outcome: "REFUSED", requestId }, null));
  } catch (error) {
    // The refusal itself stands; that its line is missing must be seen by operations.
    log.error({ error, command, requestId }, "refusal line could not be written");
  }
}
