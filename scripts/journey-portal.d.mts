type Seen = { ORIGIN: string; DEMO_ACCOUNTS: string; PLAYWRIGHT_CHROMIUM: string | undefined };

type Running = {
  database: { ownerUrl: string; webUrl: string };
  env: Record<string, string | undefined>;
  server: { pid: number | undefined };
};

export function withJourneyPortal<Result>(
  visit: (seen: Seen, running: Running) => Promise<Result>,
): Promise<Result>;
