import { afterEach, describe, expect, it, vi } from "vitest";

const cell = { table: "worker", column: "id_no", rowId: 7n };
const text = "110109198203150004";

async function freshCrypto(more: Record<string, string> = {}) {
  vi.resetModules();
  vi.stubEnv("WEB_DATABASE_URL", "postgres://nobody@localhost/none");
  for (const [name, value] of Object.entries(more)) vi.stubEnv(name, value);
  return import("@/lib/server/field-crypto");
}
afterEach(() => vi.unstubAllEnvs());

describe.each(["aes-256-gcm", "sm4-hmac-sm3"])("a field sealed with %s", (suite) => {
  it("is read back, and never twice the same", async () => {
    const { encryptField, decryptField } = await freshCrypto({ CIPHER_SUITE: suite });
    const sealed = encryptField(cell, text);
    expect(sealed).toMatch(new RegExp(`^v1:${suite}:[0-9a-f]{8}:[\\w-]+:[\\w-]+:[\\w-]+$`));
    expect(sealed).not.toContain(text);
    expect(encryptField(cell, text)).not.toBe(sealed);
    expect(decryptField(cell, sealed)).toBe(text);
  });

  it("cannot be moved to another row, column or table", async () => {
    const { encryptField, decryptField } = await freshCrypto({ CIPHER_SUITE: suite });
    const sealed = encryptField(cell, text);
    for (const other of [
      { ...cell, rowId: 8n },
      { ...cell, column: "mobile" },
      { ...cell, table: "person" },
    ]) {
      expect(() => decryptField(other, sealed)).toThrow();
    }
  });

  it("cannot be changed in any part", async () => {
    const { encryptField, decryptField } = await freshCrypto({ CIPHER_SUITE: suite });
    const parts = encryptField(cell, text).split(":");
    for (const index of [3, 4, 5]) {
      const part = parts[index] ?? "";
      const changed = parts.with(index, (part.startsWith("A") ? "B" : "A") + part.slice(1)).join(":");
      expect(() => decryptField(cell, changed)).toThrow();
    }
    expect(() => decryptField(cell, parts.with(5, (parts[5] ?? "").slice(0, 6)).join(":"))).toThrow();
  });
});

describe("keys", () => {
  it("are changed while old values stay readable", async () => {
    const [oldKey, newKey] = ["old-key-0123456789abcdefghijklmnop", "new-key-0123456789abcdefghijklmnop"];
    const sealed = (await freshCrypto({ FIELD_KEY: oldKey })).encryptField(cell, text);
    const both = await freshCrypto({ FIELD_KEY: `${newKey},${oldKey}` });
    expect(both.decryptField(cell, sealed)).toBe(text);
    expect(both.isOutdatedField(sealed)).toBe(true);
    expect(both.isOutdatedField(both.encryptField(cell, text))).toBe(false);
    const withoutOld = await freshCrypto({ FIELD_KEY: newKey });
    expect(() => withoutOld.decryptField(cell, sealed)).toThrow();
  });

  it("of the blind index differ by column", async () => {
    const { blindIndex } = await freshCrypto();
    expect(blindIndex("worker.mobile", "13800000004")).not.toBe(blindIndex("worker.card_no", "13800000004"));
    expect(blindIndex("worker.mobile", "13800000004")).toBe(blindIndex("worker.mobile", "13800000004"));
  });
});
