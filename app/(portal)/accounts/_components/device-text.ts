const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, "微信"],
  [/Edg\//, "Edge 浏览器"],
  [/QIHU|360SE|360EE/, "360 浏览器"],
  [/Firefox\//, "Firefox 浏览器"],
  [/Chrome\//, "Chrome 浏览器"],
  [/Safari\//, "Safari 浏览器"],
];

/** What a browser says of itself, in a few words. */
export function deviceText(userAgent: string): string {
  const browser = browsers.find(([mark]) => mark.test(userAgent))?.[1] ?? "其他程序";
  return /Mobile|Android|iPhone/.test(userAgent) ? `手机${browser}` : browser;
}
