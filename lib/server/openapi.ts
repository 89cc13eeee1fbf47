import { z } from "zod";
import { commands, queries } from "@/lib/catalogue";
import { toJson } from "@/lib/core/json";
import { env } from "./env";
import { permissionLabels } from "./permissions";

type Operation = { name: string; label: string; permission: keyof typeof permissionLabels; input: z.ZodType };

const errorStatuses: Record<string, string> = {
  400: "输入有误，fields 指出各项",
  401: "未登录，或令牌无效",
  403: "没有权限，或请求不是从本平台页面发出",
  404: "没有这个接口或记录；无权查看的记录与不存在的记录回答相同",
  409: "与他人的办理冲突，或幂等键已用于另一内容",
  413: "内容超过 1 MB",
  415: "内容不是 JSON",
  422: "不符合政策规定",
  429: "请求过于频繁，Retry-After 给出需等待的秒数",
  500: "系统出错，reference 可在日志中查到",
};

/** The OpenAPI 3.1 document of the machine interface, made from the same list as the gate itself. */
export function openApiDocument(): Record<string, unknown> {
  const paths = [
    ...commands.map((command) => [pathOf(command.name), { post: commandOperation(command) }] as const),
    ...queries.map((query) => [pathOf(query.name), queryOperations(query)] as const),
  ];
  return {
    openapi: "3.1.0",
    info: { title: "区总工会基层工会服务门户接口", version: "1" },
    servers: [{ url: new URL("/api/v1", env().ORIGIN).href }],
    security: [{ token: [] }],
    paths: Object.fromEntries(paths.sort(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
      schemas: { Error: errorSchema },
    },
  };
}

function pathOf(name: string): string {
  return `/${name.replace(".", "/")}`;
}

function commandOperation(command: Operation): Record<string, unknown> {
  const key = {
    name: "Idempotency-Key",
    in: "header",
    description: "同一键和内容只办理一次，再次提交得到第一次的回答",
    schema: { type: "string", minLength: 1, maxLength: 128 },
  };
  return { ...shared(command, command.name), parameters: [key], requestBody: bodyOf(command) };
}

function queryOperations(query: Operation): Record<string, unknown> {
  const input = {
    name: "input",
    in: "query",
    content: { "application/json": { schema: schemaOf(query.input) } },
  };
  return {
    get: { ...shared(query, query.name), parameters: [input] },
    post: { ...shared(query, `${query.name}.post`), requestBody: bodyOf(query) },
  };
}

function shared({ name, label, permission }: Operation, operationId: string): Record<string, unknown> {
  return {
    operationId,
    summary: label,
    description: `需要权限：${permissionLabels[permission]}`,
    tags: [name.split(".")[0]],
    responses: responses(),
  };
}

function bodyOf({ input }: Operation): Record<string, unknown> {
  return { required: true, content: { "application/json": { schema: schemaOf(input) } } };
}

// What the caller sends, before any transformation; a rule JSON Schema cannot express is left open there.
function schemaOf(schema: z.ZodType): unknown {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return toJson(rest);
}

function responses(): Record<string, unknown> {
  const value = { type: "object", properties: { value: {} }, required: ["value"] };
  const done = { description: "完成", content: { "application/json": { schema: value } } };
  const errors = Object.entries(errorStatuses).map(([status, description]) => {
    const content = { "application/json": { schema: { $ref: "#/components/schemas/Error" } } };
    return [status, { description, content }] as const;
  });
  return { 200: done, ...Object.fromEntries(errors) };
}

const errorSchema = {
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "message", "fields", "reference"],
      properties: {
        code: { type: "string" },
        message: { type: "string" },
        fields: {
          type: "array",
          items: {
            type: "object",
            required: ["path", "message"],
            properties: { path: { type: "string" }, message: { type: "string" } },
          },
        },
        reference: { type: "string" },
      },
    },
  },
};
