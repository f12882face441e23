import { answerGet } from "@/server/doors/get-route";
import { search } from "@/server/services/search";

export function GET(request: Request): Promise<Response> {
  const q = new URL(request.url).searchParams.get("q") ?? "";
  return answerGet((actor) => search(actor, q.slice(0, 100)));
}
