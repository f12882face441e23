import { answerGet } from "@/server/doors/get-route";
import { latestActivities } from "@/server/services/latest-activities";

export const GET = (): Promise<Response> => answerGet(latestActivities);
