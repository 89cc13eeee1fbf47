import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${root}/` },
      // Next resolves this name by itself; it keeps server code out of browsers and means nothing here.
      {
        find: /^server-only$/,
        replacement: path.join(root, "node_modules/next/dist/compiled/server-only/empty.js"),
      },
    ],
  },
  test: {
    include: ["tests/**/*.test.ts"],
    pool: "forks",
    globalSetup: ["tests/support/cluster.ts"],
    setupFiles: ["tests/support/quiet-console.ts"],
    env: {
      NEXTAUTH_SECRET: "test-only-7f3a9c1e5b8d2f604a6c8e0b",
      FIELD_KEY: "dGVzdC1vbmx5LWZpZWxkLWtleS0wMTIzNDU2Nzg5YWI=",
      INDEX_KEY: "dGVzdC1vbmx5LWluZGV4LWtleS0wMTIzNDU2Nzg5YWI=",
      AUDIT_KEY: "dGVzdC1vbmx5LWF1ZGl0LWtleS0wMTIzNDU2Nzg5YWI=",
    },
    hookTimeout: 60_000,
    testTimeout: 30_000,
  },
});
