import { answerGet } from "@/server/doors/get-route";
import { readArchiveImpact } from "@/server/services/archive-impact";
import { counted } from "@/server/services/counted";
import { readObjectId } from "@/server/services/object-id";

/** Whom it concerns if the registered user is archived, or (`?back=1`) brought back. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/users/[id]/archive">,
): Promise<Response> {
  const { id } = await params;
  const isArchived = new URL(request.url).searchParams.get("back") !== "1";
  return answerGet((actor) =>
    counted(actor.workspaceId, async () =>
      readArchiveImpact(actor, { userId: readObjectId(id), isArchived }),
    ),
  );
}
