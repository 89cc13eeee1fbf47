import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "区总工会基层工会服务门户", template: "%s · 区总工会基层工会服务门户" },
  description: "区总工会和基层工会的经费、会员与政策服务",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

/** Reads the size of type chosen in the settings (长者模式); every page is drawn per request anyway. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const size = (await cookies()).get("size")?.value === "large" ? "large" : undefined;
  return (
    <html lang="zh-CN" data-size={size}>
      <body>{children}</body>
    </html>
  );
}
