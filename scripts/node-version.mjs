// The only module that an old Node must be able to read: it decides before anything newer is loaded.
export function nodeVersionRefusal(version) {
  const parts = version.split(".").map(Number);
  const major = parts[0];
  const minor = parts[1];
  if (major > 20 || (major === 20 && minor >= 19)) return "";
  return `本系统需要 Node.js 20.19 或更高版本（建议 24），当前为 ${version}，请升级后重试。`;
}
