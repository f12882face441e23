import { answerGet } from "@/server/doors/get-route";
import { readFaults } from "@/server/services/sandbox-faults";

export function GET(): Promise<Response> {
  return answerGet(readFaults);
}
