import "server-only";
import type { Actor } from "@/lib/domain/actor";
import { requireActor } from "@/server/auth/actor";
import { answerSaved, type SavedFile } from "./get-door";

/** The door for files that a person saves; kept by no cache. @param read gives a name of letters, digits, `-` and `.` */
export const answerFile = (read: (actor: Actor) => Promise<SavedFile>): Promise<Response> =>
  answerSaved(async () => read(await requireActor()));
