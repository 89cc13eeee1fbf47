import pino from "pino";

/** Operations' log: reference numbers and causes, never personal data. */
export const log = pino({
  level: process.env["LOG_LEVEL"] ?? "info",
  redact: { paths: ["*.password", "*.idNo", "*.mobile", "*.cardNo", "*.token"], censor: "[隐去]" },
});
