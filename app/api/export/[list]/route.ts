import { answerExport } from "@/server/doors/export-route";
import { exportList } from "@/server/services/exports";

export async function GET(request: Request, { params }: RouteContext<"/api/export/[list]">) {
  const { list } = await params;
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return answerExport((actor) => exportList(actor, list, query));
}

/** The same without its rows: nobody takes them, so that what was kept for them goes at once. */
export async function HEAD(...asked: Parameters<typeof GET>) {
  const { body, headers, status } = await GET(...asked);
  await body?.cancel();
  return new Response(null, { headers, status });
}
