import { answerGet, placeIn } from "@/server/doors/get-route";
import { getEarlierJournal } from "@/server/services/operations";

/** The lines of an operation's journal before one of them. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/operations/[id]/journal">,
): Promise<Response> {
  const { id } = await params;
  return answerGet((actor) => getEarlierJournal(actor, id, BigInt(placeIn(request, "before"))));
}
