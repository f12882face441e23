import { answerGet } from "@/server/doors/get-route";
import { readMembershipsImpact } from "@/server/services/category-impact";
import { counted } from "@/server/services/counted";
import { readObjectId } from "@/server/services/object-id";

/** Whom it concerns if the registered user `?user=` joins (`member=1`) or leaves this category. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/categories/[id]/membership">,
): Promise<Response> {
  const { id } = await params;
  const search = new URL(request.url).searchParams;
  return answerGet(async (actor) => {
    const membership = { categoryId: readObjectId(id), isMember: search.get("member") === "1" };
    const userId = readObjectId(search.get("user") ?? "");
    return counted(actor.workspaceId, () =>
      readMembershipsImpact(actor, [{ userId, memberships: [membership] }]),
    );
  });
}
