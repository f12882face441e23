import { readHeight } from "@/lib/domain/height-filter";
import { AppError } from "@/lib/errors";
import { ownershipText } from "@/lib/messages/ownership";
import { answerGet } from "@/server/doors/get-route";
import { checkHeight } from "@/server/services/ownership-history";

export async function GET(
  request: Request,
  { params }: RouteContext<"/api/assets/[uuid]/ownership/check">,
): Promise<Response> {
  const { uuid } = await params;
  const height = readHeight(new URL(request.url).searchParams.get("height") ?? undefined);
  return answerGet((actor) => {
    if (height == null) throw new AppError("INVALID_INPUT", ownershipText.moment.problem);
    return checkHeight(actor, uuid, height);
  });
}
