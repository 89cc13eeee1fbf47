import { openApiDocument } from "@/lib/server/openapi";

/** The description of the machine interface; it names what can be asked, never what is stored. */
export function GET(): Response {
  return Response.json(openApiDocument());
}
