import { answerGet } from "@/server/doors/get-route";
import { readOverview } from "@/server/services/overview";

export const GET = (): Promise<Response> => answerGet(readOverview);
