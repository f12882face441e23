import { answerGet } from "@/server/doors/get-route";
import { listViews } from "@/server/services/saved-views";

/** The person's own views of the list whose page is at `?list=`. */
export function GET(request: Request): Promise<Response> {
  const path = new URL(request.url).searchParams.get("list") ?? "";
  return answerGet((actor) => listViews(actor, path));
}
