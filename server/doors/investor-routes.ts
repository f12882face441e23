import "server-only";
import type { Investor } from "@/lib/domain/investor";
import { requireInvestor } from "@/server/investor/current";
import { answerJson, answerSaved, type SavedFile } from "./get-door";

/** `answerGet` for the portal: a read of the signed-in wallet. */
export const answerInvestorGet = (read: (investor: Investor) => Promise<unknown>): Promise<Response> =>
  answerJson(async () => read(await requireInvestor()));

/** `answerFile` for the portal. */
export const answerInvestorFile = (read: (investor: Investor) => Promise<SavedFile>): Promise<Response> =>
  answerSaved(async () => read(await requireInvestor()));
