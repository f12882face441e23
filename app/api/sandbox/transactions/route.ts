import { answerGet } from "@/server/doors/get-route";
import { readRecentTransactions } from "@/server/services/sandbox-chain";

const MOST_BLOCKS = 100;

/** `?blocks=n`, the newest n of them; what is no number counts as none. */
export function GET(request: Request): Promise<Response> {
  const asked = Number(new URL(request.url).searchParams.get("blocks"));
  const blocks = Number.isInteger(asked) ? Math.min(Math.max(asked, 0), MOST_BLOCKS) : 0;
  return answerGet((actor) => readRecentTransactions(actor, { blocks }));
}
