import "server-only";
import type { Actor } from "@/lib/domain/actor";
import { requireActor } from "@/server/auth/actor";
import { answerJson } from "./get-door";

/** A place in a list, as an address names it; 0, which is before all of them, for what is none. */
export function placeIn(request: Request, name: string): number {
  const place = Number(new URL(request.url).searchParams.get(name));
  return Number.isSafeInteger(place) && place > 0 ? place : 0;
}

/** The door for the browser's reads: a GET that changes nothing. Amounts and times travel by `lib/json.ts`. */
export const answerGet = (read: (actor: Actor) => Promise<unknown>): Promise<Response> =>
  answerJson(async () => read(await requireActor()));
