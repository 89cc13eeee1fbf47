"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

/** Both in milliseconds by the server's clock: office computers are often minutes off. */
export type SessionTerm = { now: number; expiresAt: number };

type SessionClockProps = SessionTerm & {
  /** Prolongs the session and tells its new term. */
  keepAlive: () => Promise<SessionTerm>;
};

const warningMs = 120_000;

/** Warns two minutes before the session ends, with a button that prolongs it. */
export function SessionClock({ now, expiresAt, keepAlive }: SessionClockProps) {
  const [remaining, setRemaining] = useState(expiresAt - now);
  const [stage, setStage] = useState<"quiet" | "warned" | "ended">("quiet");

  useEffect(() => {
    const warn = setTimeout(() => setStage("warned"), Math.max(0, remaining - warningMs));
    const end = setTimeout(() => setStage("ended"), Math.max(0, remaining));
    return () => {
      clearTimeout(warn);
      clearTimeout(end);
    };
  }, [remaining]);

  const goOn = async () => {
    const term = await keepAlive();
    // A hair's difference starts the timers anew even when the term is as long as the last.
    setRemaining((last) => (term.expiresAt - term.now === last ? last + 1 : term.expiresAt - term.now));
    setStage("quiet");
  };

  return (
    <Dialog
      alert
      footer={
        stage === "ended" ? (
          <Button look="primary" onClick={() => window.location.reload()}>
            重新登录
          </Button>
        ) : (
          <Button look="primary" onClick={goOn}>
            继续
          </Button>
        )
      }
      onClose={() => setStage((now) => (now === "warned" ? "quiet" : now))}
      open={stage !== "quiet"}
      title={stage === "ended" ? "登录已到期" : "两分钟后将退出登录"}
    >
      {stage === "ended"
        ? "重新登录后会回到本页，已填写的内容会自动恢复。"
        : "长时间没有操作。点“继续”保持登录，正在填写的内容不受影响。"}
    </Dialog>
  );
}
