import { answerGet } from "@/server/doors/get-route";
import { readRequirementImpact } from "@/server/services/category-impact";
import { counted } from "@/server/services/counted";
import { readObjectId } from "@/server/services/object-id";

/** Whom it concerns if `?asset=` starts (`required=1`) or stops to require this category. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/categories/[id]/impact">,
): Promise<Response> {
  const { id } = await params;
  const search = new URL(request.url).searchParams;
  return answerGet((actor) =>
    counted(actor.workspaceId, async () =>
      readRequirementImpact(actor, {
        categoryId: readObjectId(id),
        assetUuid: search.get("asset") ?? "",
        isRequired: search.get("required") === "1",
      }),
    ),
  );
}
