import { answerExport } from "@/server/doors/export-route";
import { downloadUndoFile } from "@/server/services/user-job-files";

/** What a bulk change did, and what would take it back. */
export async function GET(
  _: Request,
  { params }: RouteContext<"/api/users/imports/[id]/undo">,
): Promise<Response> {
  const { id } = await params;
  return answerExport((actor) => downloadUndoFile(actor, id));
}
