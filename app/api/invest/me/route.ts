import { answerInvestorGet } from "@/server/doors/investor-routes";
import { readInvestorView } from "@/server/services/invest";

/** The signed-in wallet; `?issuer=` names the issuer whose page is open. */
export const GET = (request: Request) => {
  const issuer = new URL(request.url).searchParams.get("issuer") ?? undefined;
  return answerInvestorGet(request, (investor) => readInvestorView(investor, issuer));
};
