import { answerInvestorGet } from "@/server/doors/investor-routes";
import { readAutoInvests } from "@/server/services/invest-chain";

export const GET = (request: Request) => answerInvestorGet(request, readAutoInvests);
