import { answerGet } from "@/server/doors/get-route";
import { readSandbox } from "@/server/services/sandbox";

export function GET(): Promise<Response> {
  return answerGet(readSandbox);
}
