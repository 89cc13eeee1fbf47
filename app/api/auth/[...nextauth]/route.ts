import NextAuth from "next-auth";
import { Refusal } from "@/lib/core/errors";
import { requireSameOrigin } from "@/lib/server/origin";
import { authOptions } from "@/lib/server/session";

type RouteContext = { params: Promise<{ nextauth: string[] }> };

// What the sign-in page needs of next-auth, and no more: its own pages and lists stay closed.
const open = { GET: ["csrf"], POST: ["callback/credentials", "signout"] };

async function handle(request: Request, context: RouteContext, method: "GET" | "POST"): Promise<Response> {
  const { nextauth } = await context.params;
  if (!open[method].includes(nextauth.join("/"))) return new Response(null, { status: 404 });
  const answer: unknown = await NextAuth(authOptions())(request, { params: context.params });
  if (!(answer instanceof Response)) throw new Error("next-auth gave no answer");
  answer.headers.set("cache-control", "private, no-store");
  if (nextauth[0] === "signout") answer.headers.set("clear-site-data", '"cache"');
  return answer;
}

export function GET(request: Request, context: RouteContext): Promise<Response> {
  return handle(request, context, "GET");
}

export async function POST(request: Request, context: RouteContext): Promise<Response> {
  try {
    requireSameOrigin(request.headers);
  } catch (error) {
    if (error instanceof Refusal) return Response.json({ message: error.message }, { status: 403 });
    throw error;
  }
  return handle(request, context, "POST");
}
