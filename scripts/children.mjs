// Every process the commands start is started here, so that nothing is left running when they end.
import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { logFolder, root } from "./places.mjs";
import { Failure, knownCause } from "./progress.mjs";

const guard = path.join(path.dirname(fileURLToPath(import.meta.url)), "guard.mjs");
const windows = process.platform === "win32";
const running = new Set();
const keptOutput = 400_000;
const logLimit = 10_000_000;

/** The path of a file inside node_modules; package commands are run with this same Node. */
export function inPackages(...parts) {
  return path.join(root, "node_modules", ...parts);
}

/** What every child sees: no telemetry, no colours in logs, no update notices. */
export function childEnvironment(extra = {}) {
  return {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: "1",
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    NO_UPDATE_NOTIFIER: "1",
    NO_COLOR: "1",
    FORCE_COLOR: undefined,
    ...extra,
  };
}

/** Runs a command to its end; answers its exit code and output, and hands each piece to `onOutput`. */
export function run(command, args, { env = {}, cwd = root, onOutput, shell = false, account = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: childEnvironment(env),
      stdio: ["ignore", "pipe", "pipe"],
      // Its own group: Ctrl+C reaches this process only, which then stops its children in order.
      detached: !windows,
      shell,
      windowsHide: true,
      ...account,
    });
    const entry = { child, stop: () => signalGroup(child, "SIGTERM") };
    running.add(entry);
    let stdout = "";
    let output = "";
    const keep = (chunk) => {
      output = (output + chunk).slice(-keptOutput);
      onOutput?.(chunk);
    };
    child.stdout.setEncoding("utf8").on("data", (chunk) => {
      stdout += chunk;
      keep(chunk);
    });
    child.stderr.setEncoding("utf8").on("data", keep);
    child.on("error", (error) => {
      running.delete(entry);
      reject(error);
    });
    child.on("close", (code) => {
      running.delete(entry);
      resolve({ code: code ?? 1, stdout, output });
    });
  });
}

/** Runs a command quietly; its output goes to a log file, and a failure becomes the given sentence. */
export async function runQuietly(logName, sentence, command, args, options = {}) {
  const result = await run(command, args, options);
  const log = path.join(logFolder, `${logName}.log`);
  try {
    mkdirSync(logFolder, { recursive: true });
    writeFileSync(log, result.output);
  } catch {
    // A full disk must not hide the cause that the output itself names.
  }
  if (result.code !== 0) throw new Failure(knownCause(result.output) ?? `${sentence}，详情见 ${log}`);
  return result.stdout;
}

/**
 * Starts a long-lived process behind a guard that stops it when this process dies, even by kill -9.
 * Its output is appended to a log file; `exited` settles with the exit code.
 */
export function startGuarded(
  logName,
  command,
  args,
  { env = {}, stopSignal = "SIGTERM", account, cwd = root, show } = {},
) {
  mkdirSync(logFolder, { recursive: true });
  const logPath = path.join(logFolder, `${logName}.log`);
  const log = openSync(logPath, tooLong(logPath) ? "w" : "a");
  const order = JSON.stringify({ command, args, stopSignal, ...account });
  const child = spawn(process.execPath, [guard, order], {
    cwd,
    env: childEnvironment(env),
    stdio: ["ignore", show ? "inherit" : log, show ? "inherit" : log, "ipc"],
    detached: !windows,
    windowsHide: true,
  });
  closeSync(log);
  const exited = new Promise((resolve) => {
    child.on("error", () => resolve(1));
    child.on("exit", (code) => resolve(code ?? 1));
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    if (child.connected) child.send("stop");
    const late = setTimeout(() => signalGroup(child, "SIGKILL"), 25_000);
    await exited;
    clearTimeout(late);
    running.delete(entry);
  };
  const entry = { child, stop };
  running.add(entry);
  exited.then(() => running.delete(entry));
  return { exited, stop, logPath, pid: child.pid };
}

/** Stops everything this command started, the last started first. */
export async function stopEverything() {
  for (const entry of [...running].reverse()) await entry.stop();
}

/** Last resort when a person presses Ctrl+C again. */
export function killEverything() {
  for (const { child } of running) signalGroup(child, "SIGKILL");
}

function tooLong(file) {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > logLimit;
}

function signalGroup(child, signal) {
  if (!child.pid || child.exitCode !== null) return;
  try {
    if (windows) spawn("taskkill", ["/pid", String(child.pid), "/t", "/f"], { stdio: "ignore" });
    else process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}
