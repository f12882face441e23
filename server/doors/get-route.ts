import "server-only";
import type { Actor } from "@/lib/domain/actor";
import { requireActor } from "@/server/auth/actor";
import { answerJson } from "./get-door";

/** The door for the browser's reads: a GET that changes nothing. Amounts and times travel by `lib/json.ts`. */
export const answerGet = (read: (actor: Actor) => Promise<unknown>): Promise<Response> =>
  answerJson(async () => read(await requireActor()));
