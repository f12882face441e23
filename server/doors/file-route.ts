import "server-only";
import type { Actor } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { byHandText } from "@/lib/messages/by-hand";
import { requireActor } from "@/server/auth/actor";
import { answerSaved, type SavedFile } from "./get-door";

/** The door for files that a person saves; kept by no cache. @param read gives a name of letters, digits, `-` and `.` */
export const answerFile = (read: (actor: Actor) => Promise<SavedFile>): Promise<Response> =>
  answerSaved(async () => read(await requireActor()));

/**
 * For a file that is noted when it is taken: a link elsewhere, followed with this desk's cookie, is no person's wish.
 * @throws AppError FORBIDDEN
 */
export function requireOwnPage(request: Request): void {
  const site = request.headers.get("sec-fetch-site"); // browsers send it over https and to this machine, not over plain http
  if (site !== null && site !== "same-origin") throw new AppError("FORBIDDEN", byHandText.fromElsewhere);
}
