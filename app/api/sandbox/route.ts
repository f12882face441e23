import { answerGet } from "@/server/doors/get-route";
import { readChain } from "@/server/services/sandbox-chain";

export function GET(): Promise<Response> {
  return answerGet(readChain);
}
