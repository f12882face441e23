import { answerGet } from "@/server/doors/get-route";
import { readAskingManager } from "@/server/services/manager-access";

/** Who the manager is that looks, as the issuer knows them. */
export const GET = (): Promise<Response> => answerGet(readAskingManager);
