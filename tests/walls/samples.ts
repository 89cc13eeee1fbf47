import type { Json } from "@/lib/core/json";
import type { Actor } from "@/lib/server/actor";
import { ledgerSamples } from "./ledger-samples";
import { officeSamples } from "./office-samples";
import { policySamples } from "./policy-samples";
import { spendingSamples } from "./spending-samples";
import { workerSamples } from "./worker-samples";
import type { World } from "./world";

/** How to call one command or query about one union, so that it would succeed for whoever may. */
export type Sample = {
  /**
   * Builds a valid input, making the records it needs. Called anew for every call that may change something;
   * `actor` is who will call, where the input is bound to them (an uploaded paper).
   */
  input: (world: World, unionId: number, actor: Actor) => Promise<Json> | Json;
  /**
   * Whose matter it is: a union's (the default), the district's as a whole or everybody's (`COMMON`: only the role
   * decides), or the person's own (`PERSON`: the input names nothing).
   */
  about?: "UNION" | "COMMON";
  /** A foreign union is passed over in silence instead of refused; nothing of it may be in the answer. */
  passesOver?: boolean;
  /** The answer may name the unions above the one it is about, with the reason. */
  namesAbove?: string;
  /** The answer may tell of unions below the caller's own, with the reason. */
  tellsBelow?: string;
  /** Within reach only some records answer, the others are as if absent, with the reason. */
  narrower?: string;
  /** Ids in the input that are the same for all unions, with the reason. */
  shared?: Record<string, string>;
  /** Ids that the schema knows and the sample leaves out, with the reason. */
  leftOut?: Record<string, string>;
  /** Objects in the input whose keys are free, with the reason. */
  open?: Record<string, string>;
};

/** A sample for everything the catalogue names; a name without one fails the wall tests. */
export const samples: Record<string, Sample> = {
  ...ledgerSamples,
  ...officeSamples,
  ...policySamples,
  ...spendingSamples,
  ...workerSamples,
};
