import { answerInvestorFile } from "@/server/doors/investor-routes";
import { readOwnData } from "@/server/services/invest-data";

export const GET = (request: Request) => answerInvestorFile(request, readOwnData);
