// `npm start`: from a bare machine to a running portal in one command; seconds the next time.
// Read by any Node, also one too old: everything newer is loaded after the version check.
import { nodeVersionRefusal } from "./node-version.mjs";

const refusal = nodeVersionRefusal(process.versions.node);
if (refusal) {
  console.error(refusal);
  process.exit(1);
}

import("./start-portal.mjs").then(({ startPortal }) =>
  startPortal({ development: process.argv.includes("--dev") }),
);
