import { answerGet } from "@/server/doors/get-route";
import { readDeletionImpact } from "@/server/services/category-impact";
import { counted } from "@/server/services/counted";
import { readObjectId } from "@/server/services/object-id";

/** Whom it concerns if this category is deleted. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/categories/[id]/deletion">,
): Promise<Response> {
  const { id } = await params;
  return answerGet((actor) =>
    counted(actor.workspaceId, async () => readDeletionImpact(actor, readObjectId(id))),
  );
}
