import { createHash, randomBytes } from "node:crypto";

/** A secret of 256 random bits for a session, a link or a token; only its hash is ever stored. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a secret. A plain hash is enough: 256 random bits cannot be guessed. */
export function secretHash(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
