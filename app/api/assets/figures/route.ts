import { answerGet } from "@/server/doors/get-route";
import { readAssetFigures } from "@/server/services/asset-list";

/** Supply and holding accounts of the assets that `?assets=` names, separated by commas. */
export function GET(request: Request): Promise<Response> {
  const wanted = new URL(request.url).searchParams.get("assets") ?? "";
  return answerGet((actor) => readAssetFigures(actor, wanted.split(",").filter(Boolean)));
}
