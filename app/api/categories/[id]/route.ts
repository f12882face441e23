import { parseListState } from "@/lib/list-state";
import { categoryLists } from "@/lib/lists";
import { answerGet } from "@/server/doors/get-route";
import { listMembers } from "@/server/services/categories";
import { readObjectId } from "@/server/services/object-id";

/** The members of a category, as its page lists them. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/categories/[id]">,
): Promise<Response> {
  const { id } = await params;
  const search = Object.fromEntries(new URL(request.url).searchParams);
  return answerGet((actor) =>
    listMembers(actor, readObjectId(id), parseListState(search, categoryLists.members(id)).query),
  );
}
