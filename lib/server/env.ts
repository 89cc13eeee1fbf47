import { z } from "zod";

const secret = z
  .string()
  .refine((text) => text.length >= 32 && !/^(.)\1+$/.test(text), "密钥过短，请重新生成");

const schema = z.object({
  WEB_DATABASE_URL: z.string().min(1),
  NEXTAUTH_SECRET: secret,
  /** Several keys may stand here, separated by commas: the first encrypts, all read (key rotation). */
  FIELD_KEY: secret,
  INDEX_KEY: secret,
  AUDIT_KEY: secret,
  DATA_DIR: z.string().min(1).default(".data"),
  /** The address people use; mutations must come from it. */
  ORIGIN: z.url().default("http://localhost:3000"),
  /** Shows demo accounts on the sign-in page. */
  DEMO: z.enum(["0", "1"]).default("0"),
  CIPHER_SUITE: z.enum(["aes-256-gcm", "sm4-hmac-sm3"]).default("aes-256-gcm"),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
});

let parsed: z.infer<typeof schema> | undefined;

/** Settings of this process, read once; a missing or weak secret stops the start with its name. */
export function env(): z.infer<typeof schema> {
  parsed ??= schema.parse(process.env);
  return parsed;
}
