// `npm run check`: what a developer runs before each commit: the static checks and the tests without a browser.
import { nodeVersionRefusal } from "./node-version.mjs";

const refusal = nodeVersionRefusal(process.versions.node);
if (refusal) {
  console.error(refusal);
  process.exit(1);
}

import("./test-stages.mjs").then(({ runStages }) => runStages({ journeys: false }));
