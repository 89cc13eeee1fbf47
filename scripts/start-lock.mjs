// One start per data folder: a second one would fight over the database files and the build.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { dataFolder } from "./places.mjs";
import { Failure } from "./progress.mjs";

const lockFile = path.join(dataFolder, "start.lock");

/** Takes the lock or refuses with the holder's process and address. Answers the function that gives it back. */
export function takeStartLock(address) {
  mkdirSync(dataFolder, { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, birth: birthOf(process.pid), address });
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(lockFile, mine, { flag: "wx" });
      return () => rmSync(lockFile, { force: true });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      refuseWhenHeld();
      rmSync(lockFile, { force: true });
    }
  }
  throw new Failure("另一个 npm start 正在同时启动，请稍后再试。");
}

/** The process and address of the start that is running on this data folder, if there is one. */
export function runningStart() {
  if (!existsSync(lockFile)) return undefined;
  const holder = parse(readFileSync(lockFile, "utf8"));
  if (holder === undefined || !isAlive(holder.pid) || birthOf(holder.pid) !== holder.birth) return undefined;
  return holder;
}

function refuseWhenHeld() {
  const holder = runningStart();
  if (holder === undefined) return;
  throw new Failure(`已有一个 npm start 在运行（进程 ${holder.pid}，${holder.address}），请先停止它。`);
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Written half by a killed process: nobody holds it.
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** When the process was born, so that a process number used again is not taken for the old holder. */
function birthOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
