"use client";

import { signOut } from "@/app/login/auth-client";

/** Ends this session on the server as well as in the browser. */
export function SignOut() {
  return (
    <button
      className="block w-full px-3.5 py-1.5 text-left whitespace-nowrap hover:bg-ground"
      onClick={signOut}
      type="button"
    >
      退出登录
    </button>
  );
}
