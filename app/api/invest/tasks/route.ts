import { z } from "zod";
import { answerInvestorGet } from "@/server/doors/investor-routes";
import { readChainTasks } from "@/server/services/invest-chain";

const Kind = z.enum(["whitelist", "faucet", "auto_invest"]).catch("whitelist");

/** `?kind=`: what the signed-in wallet asked for on chains. */
export const GET = (request: Request) => {
  const kind = Kind.parse(new URL(request.url).searchParams.get("kind"));
  return answerInvestorGet(request, (investor) => readChainTasks(investor, kind));
};
