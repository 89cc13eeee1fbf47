// `npm test`: everything that is checked, from a bare machine; the last line counts it all.
// Read by any Node, also one too old: everything newer is loaded after the version check.
import { nodeVersionRefusal } from "./node-version.mjs";

const refusal = nodeVersionRefusal(process.versions.node);
if (refusal) {
  console.error(refusal);
  process.exit(1);
}

import("./test-stages.mjs").then(({ runStages }) => runStages({ journeys: true }));
