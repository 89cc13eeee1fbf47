import { initialLists } from "@/lib/policy/initial-lists";
import { initialParams } from "@/lib/policy/initial-params";
import type { PolicyData } from "@/lib/policy/judge";

/** The numbers and lists a new installation starts with. */
export const initialPolicy: PolicyData = { params: initialParams, lists: initialLists };
