import { parseListState } from "@/lib/list-state";
import { lists } from "@/lib/lists";
import { answerGet } from "@/server/doors/get-route";
import { readEligibilityMatrix } from "@/server/services/eligibility-matrix";

export function GET(request: Request): Promise<Response> {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  return answerGet((actor) =>
    readEligibilityMatrix(actor, parseListState(params, lists.eligibilityMatrix).query),
  );
}
