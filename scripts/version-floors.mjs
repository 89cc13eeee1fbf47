// The registry mirrors our users have do not answer `npm audit`, so the lowest versions that we accept of
// the packages facing the network are kept here; a lock file edited by hand must not fall below them.
import { readFileSync } from "node:fs";
import { inPackages } from "./children.mjs";

const floors = { next: "16.4.6", react: "19.3.1", "react-dom": "19.3.1", "next-auth": "4.24.15" };

/** One sentence for every installed package that is older than its floor. */
export function packagesBelowFloor() {
  return Object.entries(floors).flatMap(([name, floor]) => {
    const { version } = JSON.parse(readFileSync(inPackages(name, "package.json"), "utf8"));
    return isBelow(version, floor) ? [`${name} ${version} 低于允许的最低版本 ${floor}`] : [];
  });
}

function isBelow(version, floor) {
  const [have, want] = [version, floor].map((text) => text.split("-", 1)[0].split(".").map(Number));
  const at = have.findIndex((part, index) => part !== want[index]);
  return at === -1 ? version.includes("-") : have[at] < want[at];
}
