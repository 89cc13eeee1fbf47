/** Called once when a server process starts; the build loads it too, and does nothing. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  if (process.env["NEXT_PHASE"] === "phase-production-build") return;
  const { startProcess } = await import("./lib/server/start-process");
  await startProcess();
}
