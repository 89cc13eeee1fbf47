import { describe, expect, it } from "vitest";
import { z } from "zod";
import { commands, queries } from "@/lib/catalogue";
import { openApiDocument } from "@/lib/server/openapi";

process.env["WEB_DATABASE_URL"] ??= "postgresql://localhost/none";

const operation = z.object({
  operationId: z.string(),
  summary: z.string().min(1),
  tags: z.array(z.string()).length(1),
  parameters: z.array(z.object({ name: z.string(), in: z.enum(["query", "header"]) })).optional(),
  requestBody: z
    .object({ content: z.object({ "application/json": z.object({ schema: z.looseObject({}) }) }) })
    .optional(),
  responses: z.record(z.string().regex(/^\d{3}$/), z.object({ description: z.string() })),
});

const documentSchema = z.object({
  openapi: z.literal("3.1.0"),
  info: z.object({ title: z.string(), version: z.string() }),
  paths: z.record(
    z.string().regex(/^\/[a-z][\w-]*\/\w+$/i),
    z.object({ get: operation.optional(), post: operation.optional() }),
  ),
  components: z.object({ schemas: z.object({ Error: z.looseObject({}) }) }),
});

describe("the description of the machine interface", () => {
  const document = documentSchema.parse(JSON.parse(JSON.stringify(openApiDocument())));
  const operations = Object.values(document.paths).flatMap(({ get, post }) =>
    [get, post].filter((one) => one !== undefined),
  );

  it("names every command once for POST and every query for GET and POST", () => {
    for (const { name } of commands) {
      expect(Object.keys(document.paths[`/${name.replace(".", "/")}`] ?? {}), name).toEqual(["post"]);
    }
    for (const { name } of queries) {
      expect(Object.keys(document.paths[`/${name.replace(".", "/")}`] ?? {}), name).toEqual(["get", "post"]);
    }
    expect(Object.keys(document.paths)).toHaveLength(commands.length + queries.length);
  });

  it("gives every operation a name of its own and the body it takes", () => {
    const names = operations.map((one) => one.operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const { post } of Object.values(document.paths)) expect(post?.requestBody).toBeDefined();
  });

  it("has names that cannot be mistaken for each other", () => {
    const names = [...commands, ...queries].map((one) => one.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][A-Za-z-]*\.[a-z][A-Za-z]*$/);
  });

  it("closes every object against unknown keys", () => {
    for (const { post } of Object.values(document.paths)) {
      const schema = post?.requestBody?.content["application/json"].schema;
      if (schema?.["type"] === "object")
        expect(schema["additionalProperties"], post?.operationId).toBe(false);
    }
  });
});
