import { parseListState } from "@/lib/list-state";
import { lists } from "@/lib/lists";
import { answerGet } from "@/server/doors/get-route";
import { counted } from "@/server/services/counted";
import { readObjectId } from "@/server/services/object-id";
import { previewBulk } from "@/server/services/user-bulk";

/**
 * Whom it concerns when the users `?ids=` (with commas), or all that the list's search and filters match, join
 * (`member=1`) or leave the category `?target=`.
 */
export function GET(request: Request): Promise<Response> {
  const { ids, target, member, ...params } = Object.fromEntries(new URL(request.url).searchParams);
  return answerGet((actor) => {
    const { query } = parseListState(params, lists.users);
    const selection = ids === undefined ? { query } : { ids: ids.split(",").map(readObjectId) };
    const categoryId = readObjectId(target ?? "");
    return counted(actor.workspaceId, () =>
      previewBulk(actor, { ...selection, categoryId, isMember: member === "1" }),
    );
  });
}
