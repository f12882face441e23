import "server-only";
import type { z } from "zod";
import type { Actor } from "@/lib/domain/actor";
import { AppError, type Result } from "@/lib/errors";
import { previewText } from "@/lib/messages/preview";
import { requireActor } from "@/server/auth/actor";
import { throughDoor } from "./action-door";
import { parseInput } from "./result";

/**
 * The browser's door: session, then schema, then the verb; the only place that catches. While an issuer looks at the desk as
 * a manager, it is shut. Every exported action of
 * `server/actions` is made with it or its sister for investors, so `ls server/actions` is the list of what a browser can
 * change.
 */
export function defineAction<S extends z.ZodType, T>(
  schema: S,
  verb: (actor: Actor, input: z.output<S>) => Promise<T>,
) {
  return (raw: z.input<S>): Promise<Result<T>> =>
    throughDoor(async () => {
      const actor = await requireActor();
      if (actor.preview) throw new AppError("FORBIDDEN", previewText.noChange);
      return verb(actor, parseInput(schema, raw));
    });
}
