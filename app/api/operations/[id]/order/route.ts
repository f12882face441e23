import { answerFile, requireOwnPage } from "@/server/doors/file-route";
import { downloadOrder } from "@/server/services/by-hand";

/** AMP's order of an operation that is run elsewhere, as the official client reads it. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/operations/[id]/order">,
): Promise<Response> {
  const { id } = await params;
  return answerFile((actor) => {
    requireOwnPage(request); // who takes an order is written down
    return downloadOrder(actor, id);
  });
}
