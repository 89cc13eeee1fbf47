// How the start and test commands speak: one line per step with the seconds it took, and one plain
// sentence when something cannot go on. A stack goes to the log file, never to the screen.
import { appendFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { logFolder } from "./places.mjs";

/** An expected failure: its message is the one sentence shown to the person at the terminal. */
export class Failure extends Error {}

// The reader of our output may leave (a closed terminal, `| head`); that is no reason to stop serving.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

const beganAt = performance.now();

function seconds(from) {
  return `${((performance.now() - from) / 1000).toFixed(1)} 秒`;
}

/** The seconds since the command began, for the closing line. */
export function elapsed() {
  return seconds(beganAt);
}

/** Prints one line of progress. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Runs one step and prints its title, its seconds and its remark: a string, or an object with its mark. */
export async function step(title, run) {
  const from = performance.now();
  if (process.stdout.isTTY) process.stdout.write(`· ${title} …`);
  const remark = await run();
  const { mark, text } = typeof remark === "object" && remark !== null ? remark : { mark: "✓", text: remark };
  const end = `${mark} ${title}${text ? `：${text}` : ""}（${seconds(from)}）`;
  process.stdout.write(process.stdout.isTTY ? `\r\x1b[K${end}\n` : `${end}\n`);
  return remark;
}

const systemSentences = {
  ENOSPC: "磁盘空间不足，请清理磁盘后重试。",
  EDQUOT: "磁盘配额已用尽，请清理磁盘后重试。",
  EROFS: "磁盘是只读的，无法写入，请换一个可写的目录后重试。",
  EMFILE: "系统允许打开的文件数太少，请调高限制（ulimit -n）后重试。",
  ENOMEM: "内存不足，请关闭其他程序后重试。",
};

/** The sentence for a failed command's output when its cause is a well-known one, else undefined. */
export function knownCause(output) {
  // PostgreSQL reports a full disk as a short write.
  if (/ENOSPC|No space left on device|disk full|wrote only \d+ of \d+/i.test(output))
    return systemSentences.ENOSPC;
  if (/EDQUOT|Disk quota exceeded/i.test(output)) return systemSentences.EDQUOT;
  if (/EROFS|Read-only file system/i.test(output)) return systemSentences.EROFS;
  if (/heap out of memory|Cannot allocate memory|ENOMEM/i.test(output)) return systemSentences.ENOMEM;
  return undefined;
}

/** Turns whatever was thrown into one sentence; the unexpected is also kept with its stack in the log. */
export function sentenceFor(error) {
  if (error instanceof Failure) return error.message;
  if (systemSentences[error?.code]) return systemSentences[error.code];
  if (error?.code === "EACCES" || error?.code === "EPERM") {
    return `没有权限读写 ${error.path ?? "所需的文件"}，请检查目录的所有者后重试。`;
  }
  const cause = knownCause(String(error?.message));
  if (cause !== undefined) return cause;
  try {
    mkdirSync(logFolder, { recursive: true });
    appendFileSync(path.join(logFolder, "unexpected.log"), `${error?.stack ?? error}\n`);
  } catch {
    return `出现意外错误：${firstLine(error)}`;
  }
  return `出现意外错误：${firstLine(error)}（详情见 ${path.join(logFolder, "unexpected.log")}）`;
}

function firstLine(error) {
  return String(error?.message ?? error).split("\n", 1)[0];
}
