import { answerExport } from "@/server/doors/export-route";
import { exportList } from "@/server/services/exports";

export async function GET(request: Request, { params }: RouteContext<"/api/export/[list]">) {
  const { list } = await params;
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return answerExport((actor) => exportList(actor, list, query));
}
