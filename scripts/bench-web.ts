// What the pages cost beside a signed-in page in the same shell, and what the idle server holds in memory.
import { readdirSync, readFileSync } from "node:fs";
import http from "node:http";
import { type Figure, figure } from "./bench-figure";

const lanes = 16;
const secondsEach = 6;

type Portal = { origin: string; login: string; password: string };

/** Measures requests a second of the desk and the spending list beside the help page, which has the shell and nothing else. */
export async function measurePages(portal: Portal): Promise<Figure[]> {
  const cookie = await signIn(portal);
  const paths = ["/help", "/", "/spending"];
  for (const path of paths) await load(portal.origin, path, cookie, 1);
  const floor = await load(portal.origin, "/help", cookie, secondsEach);
  const goal = "不低于同一外框空白页的 40%";
  const figures = [];
  for (const [path, name] of [
    ["/", "工作台"],
    ["/spending", "支出列表"],
  ] as const) {
    const value = await load(portal.origin, path, cookie, secondsEach);
    figures.push(
      figure(`${name}（16 个连接）`, {
        value,
        unit: "次/秒",
        floor,
        goal,
        isMet: (_, ratio) => ratio >= 0.4,
      }),
    );
  }
  return figures;
}

async function signIn({ origin, login, password }: Portal): Promise<string> {
  const first = await fetch(`${origin}/api/auth/csrf`);
  const { csrfToken } = JSON.parse(await first.text());
  const answer = await fetch(`${origin}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { origin, cookie: cookiesOf(first), "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, login, password, json: "true", callbackUrl: "/" }),
  });
  const cookie = cookiesOf(answer);
  if (!cookie.includes("session")) throw new Error(`${login} 无法登录，不能测速`);
  return cookie;
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0] ?? "")
    .join("; ");
}

async function load(origin: string, path: string, cookie: string, seconds: number): Promise<number> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: lanes });
  const end = performance.now() + seconds * 1000;
  let done = 0;
  const lane = async () => {
    while (performance.now() < end) {
      await get(agent, `${origin}${path}`, cookie);
      done += 1;
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: lanes }, lane));
  agent.destroy();
  return (done * 1000) / (performance.now() - start);
}

function get(agent: http.Agent, url: string, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    http
      .get(url, { agent, headers: { cookie } }, (response) => {
        response.resume();
        response.on("end", () =>
          response.statusCode === 200 ? resolve() : reject(new Error(`${url} 答复 ${response.statusCode}`)),
        );
      })
      .on("error", reject);
  });
}

/** The resident memory of the web process, the largest one of the group that serves. */
export function measureMemory(groupId: number): Figure[] {
  const sizes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => residentOf(pid, groupId));
  const value = Math.max(0, ...sizes) / 1024;
  return value === 0 ? [] : [figure("网站进程空闲内存", { value, unit: "MB", goal: "如实列出" })];
}

function residentOf(pid: string, groupId: number): number[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const group = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[2]);
    const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return group === groupId && resident !== undefined ? [Number(resident)] : [];
  } catch (error) {
    // Processes end while the folder is read.
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ESRCH"))
      return [];
    throw error;
  }
}
