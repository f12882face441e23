import { answerGet } from "@/server/doors/get-route";
import { counted } from "@/server/services/counted";
import { countOwners } from "@/server/services/utxos";

/** What the owners `?keys=` (with commas), and everybody, have of an asset, and how much of it is blacklisted. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/assets/[uuid]/utxos/sums">,
): Promise<Response> {
  const { uuid } = await params;
  const keys = new URL(request.url).searchParams.get("keys") ?? "";
  return answerGet((actor) =>
    counted(actor.workspaceId, () => countOwners(actor, uuid, keys.split(",").filter(Boolean))),
  );
}
