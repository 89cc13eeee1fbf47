"use client";

import { useCallback, useSyncExternalStore } from "react";

const changed = "remembered-changed";

/** A choice kept in this browser under its key; the fallback holds on the server and until something was chosen. */
export function useRemembered(key: string, fallback: string): [string, (value: string) => void] {
  const value = useSyncExternalStore(
    listen,
    () => localStorage.getItem(key) ?? fallback,
    () => fallback,
  );
  const remember = useCallback(
    (next: string) => {
      localStorage.setItem(key, next);
      window.dispatchEvent(new Event(changed));
    },
    [key],
  );
  return [value, remember];
}

function listen(onChange: () => void): () => void {
  window.addEventListener(changed, onChange);
  window.addEventListener("storage", onChange);
  return () => {
    window.removeEventListener(changed, onChange);
    window.removeEventListener("storage", onChange);
  };
}
