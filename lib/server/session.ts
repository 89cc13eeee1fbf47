import { redirect } from "next/navigation";
import type { Actor } from "./actor";

/** The person signed in to this request, or null. */
export async function currentActor(): Promise<Actor | null> {
  return null;
}

/** The person signed in to this request; sends everybody else to the sign-in page. */
export async function requireActor(): Promise<Actor> {
  return (await currentActor()) ?? redirect("/login");
}
