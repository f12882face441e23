import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/errors";
import { requireActor } from "@/server/auth/actor";
import { withRequestId } from "@/server/platform/request-context";
import { newRequestId } from "@/server/platform/request-id";
import { parseInput, toErrorView } from "./result";

/**
 * The browser's door: session, then schema, then the verb; the only place that catches. Every exported action of
 * `server/actions` is made with it, so `ls server/actions` is the list of what a browser can change.
 */
export function defineAction<S extends z.ZodType, T>(
  schema: S,
  verb: (actor: Actor, input: z.output<S>) => Promise<T>,
) {
  return (raw: z.input<S>): Promise<Result<T>> => {
    const requestId = newRequestId();
    return withRequestId(requestId, async () => {
      try {
        const actor = await requireActor();
        return { ok: true, data: await verb(actor, parseInput(schema, raw)) };
      } catch (error) {
        unstable_rethrow(error); // redirect() and notFound() travel as exceptions
        return { ok: false, error: toErrorView(error, requestId) };
      }
    });
  };
}
