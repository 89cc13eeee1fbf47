// The portal that the browser journeys visit: a production build with the demo district in a database of
// its own, on a private port, removed afterwards.
import { rmSync } from "node:fs";
import net from "node:net";
import { findBrowser } from "./browser.mjs";
import { temporaryHome } from "./cluster-account.mjs";
import * as databases from "./database.mjs";
import { Failure } from "./progress.mjs";
import { runningStart } from "./start-lock.mjs";
import * as web from "./web-server.mjs";

/**
 * Runs `visit` with the environment the journeys need (ORIGIN, PLAYWRIGHT_CHROMIUM, DEMO_ACCOUNTS) and, for
 * measurements, with the process, its settings and its database.
 */
export async function withJourneyPortal(visit) {
  const browser = await findBrowser();
  const home = temporaryHome("portal-journeys-");
  const database = await databases.openDatabase(home);
  try {
    const demo = await databases.seedDemo(database, await databases.migrate(database));
    const address = { port: await freePort(), host: "127.0.0.1" };
    address.origin = `http://localhost:${address.port}`;
    const env = web.webEnvironment(database, address, { demo: true });
    await buildUnlessServed(env);
    const server = await web.serve(env, address, { logName: "web-journeys" });
    const seen = {
      ORIGIN: address.origin,
      DEMO_ACCOUNTS: JSON.stringify(demo),
      PLAYWRIGHT_CHROMIUM: browser,
    };
    return await visit(seen, { database, env, server }).finally(server.stop);
  } finally {
    await databases.closeDatabase(database);
    rmSync(home, { recursive: true, force: true });
  }
}

async function buildUnlessServed(env) {
  const start = runningStart();
  if (start !== undefined && !web.isBuildFresh()) {
    throw new Failure(
      `源码已变，而 npm start（进程 ${start.pid}）正在使用上次的构建；请先停止它再运行测试。`,
    );
  }
  await web.build(env);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
