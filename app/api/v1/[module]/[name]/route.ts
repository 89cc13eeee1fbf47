import { answerApi } from "@/lib/server/api";

type Params = { params: Promise<{ module: string; name: string }> };

/** Reads a query; its input stands as JSON in `?input=`. A GET never changes anything. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { module, name } = await params;
  return answerApi(request, `${module}.${name}`);
}

/** Runs a command, or reads a query whose input should not stand in an address. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { module, name } = await params;
  return answerApi(request, `${module}.${name}`);
}
