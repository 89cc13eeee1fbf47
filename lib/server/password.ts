import { hash, verify } from "@node-rs/argon2";

// OWASP's floor for argon2id: 19 MiB, two passes, one lane. It runs in the thread pool, so nobody else waits.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const prefix = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`;

// The hash of a password nobody knows: an unknown login costs the same work as a known one.
const nobody =
  "$argon2id$v=19$m=19456,t=2,p=1$hcf/EFKk3oDUzIOCmiV2eQ$nRQfEGIykodOdXnHaehIq720oZPFFhbwOdPrbegrmik";

/** The argon2id hash of a password. Width and composition of characters do not matter (NFKC), length is not cut. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), cost);
}

/** Whether a password matches; takes as long when there is no hash to match, and then always says no. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? nobody, password.normalize("NFKC"));
  return matches && stored !== null;
}

/** Whether a stored hash is cheaper than today's cost and should be made anew at the next sign-in. */
export function isOutdatedHash(stored: string): boolean {
  return !stored.startsWith(prefix);
}

/** The longest password taken; longer input is refused before any hashing, so that it cannot tie up the server. */
export const longestPassword = 128;
const shortestPassword = 10;
const classesWanted = 3;

// Words that stand in most guesses here, and the heads of the public lists of common passwords.
const tooCommon = [
  ...["password", "passw0rd", "qwerty", "qwertyuiop", "1qaz2wsx", "asdfgh", "zxcvbn", "iloveyou", "letmein"],
  ...["admin", "administrator", "welcome", "abc123", "a123456", "woaini", "5201314", "123456", "654321"],
  ...["111111", "000000", "888888", "666666", "12351", "gonghui", "zonggonghui", "zhigong", "beijing"],
  ...["工会", "总工会", "职工", "密码"],
];

/** What is wrong with a wished password, as Chinese sentences; empty when it may be used. */
export function passwordFaults(password: string, owner: { login: string; name: string }): string[] {
  const faults: string[] = [];
  const text = password.normalize("NFKC");
  const length = [...text].length;
  if (length < shortestPassword) faults.push(`至少 ${shortestPassword} 位`);
  if (length > longestPassword) faults.push(`最多 ${longestPassword} 位`);
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((each) => each.test(text)).length;
  if (classes < classesWanted) faults.push("大写字母、小写字母、数字、符号至少含三类");
  const lower = text.toLowerCase();
  if (lower.includes(owner.login.toLowerCase())) faults.push("不能包含账号");
  if (owner.name !== "" && lower.includes(owner.name.toLowerCase())) faults.push("不能包含姓名");
  const common = tooCommon.find((word) => isMostly(lower, word));
  if (common !== undefined) faults.push("过于常见，容易被猜中");
  if (new Set(text).size < shortestPassword / 2) faults.push("重复字符过多");
  return faults;
}

// A long passphrase may contain a common word; a password that is hardly more than one may not.
function isMostly(lower: string, word: string): boolean {
  return lower.includes(word) && [...lower.replaceAll(word, "")].length < shortestPassword - 2;
}
