import { answerExport } from "@/server/doors/export-route";
import { downloadRefused } from "@/server/services/user-job-files";

/** The rows of an import that were refused, with their reasons. */
export async function GET(
  _: Request,
  { params }: RouteContext<"/api/users/imports/[id]/refused">,
): Promise<Response> {
  const { id } = await params;
  return answerExport((actor) => downloadRefused(actor, id));
}
