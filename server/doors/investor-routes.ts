import "server-only";
import type { Investor } from "@/lib/domain/investor";
import { requireInvestor } from "@/server/investor/current";
import { answerJson, answerSaved, type SavedFile } from "./get-door";

/** `answerGet` for the portal: a read of the signed-in wallet. `?address=` names the account that the page shows. */
export const answerInvestorGet = (
  request: Request,
  read: (investor: Investor) => Promise<unknown>,
): Promise<Response> => answerJson(async () => read(await requireInvestor(seenBy(request))));

/** `answerFile` for the portal. */
export const answerInvestorFile = (
  request: Request,
  read: (investor: Investor) => Promise<SavedFile>,
): Promise<Response> => answerSaved(async () => read(await requireInvestor(seenBy(request))));

const seenBy = (request: Request) => new URL(request.url).searchParams.get("address") ?? undefined;
