/** What came of a sign-in; the sentences are the same whether the login exists or not. */
export type SignInAnswer = { ok: true } | { ok: false; message: string };

const sentences: ReadonlyMap<string, string> = new Map([
  ["REFUSED", "账号或密码不正确"],
  ["PAUSED", "输错次数过多，已暂停登录，请过一段时间再试，或请系统管理员重设密码"],
]);
const fault = "暂时无法登录，请稍后再试";

/** Signs in; the session cookie comes with the answer. */
export async function signIn(login: string, password: string): Promise<SignInAnswer> {
  const answer = await post("/api/auth/callback/credentials", { login, password, json: "true" });
  const url = answer.get("url");
  if (typeof url !== "string") return { ok: false, message: fault };
  const error = new URL(url, window.location.origin).searchParams.get("error");
  if (error === null) return { ok: true };
  return { ok: false, message: sentences.get(error) ?? fault };
}

/** Signs out at the server and leaves for the sign-in page with nothing of the session kept. */
export async function signOut(): Promise<void> {
  await post("/api/auth/signout", { json: "true" });
  window.location.assign("/login?ended=SIGNED_OUT");
}

async function post(href: string, fields: Record<string, string>): Promise<ReadonlyMap<string, unknown>> {
  const { csrfToken } = await (await fetch("/api/auth/csrf", { cache: "no-store" })).json();
  const body = new URLSearchParams({ ...fields, csrfToken, callbackUrl: "/" });
  const response = await fetch(href, { method: "POST", body });
  const answer: unknown = await response.json();
  return new Map(typeof answer === "object" && answer !== null ? Object.entries(answer) : []);
}
