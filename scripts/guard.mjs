// Stands between a command and a server it started: when the command goes away in any manner, the
// server is stopped in its own orderly way. Called with one JSON argument by children.mjs.
import { spawn } from "node:child_process";

const { command, args, stopSignal, uid, gid } = JSON.parse(process.argv[2] ?? "{}");
const child = spawn(command, args, {
  stdio: "inherit",
  ...(uid === undefined ? {} : { uid, gid }),
  windowsHide: true,
});

let stopping = false;
function stop() {
  if (stopping) return;
  stopping = true;
  if (process.platform === "win32") spawn("taskkill", ["/pid", String(child.pid), "/t", "/f"]);
  else child.kill(stopSignal);
  setTimeout(() => child.kill("SIGKILL"), 20_000).unref();
}

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, stop);
process.on("disconnect", stop);
process.on("message", stop);
child.on("error", () => process.exit(127));
child.on("exit", (code, signal) => process.exit(code ?? (signal === stopSignal ? 0 : 1)));
