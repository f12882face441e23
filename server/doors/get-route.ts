import "server-only";
import type { Actor } from "@/lib/domain/actor";
import { httpStatus } from "@/lib/errors";
import { encodeJson } from "@/lib/json";
import { requireActor } from "@/server/auth/actor";
import { withRequestId } from "@/server/platform/request-context";
import { newRequestId } from "@/server/platform/request-id";
import { toErrorView } from "./result";

/** The door for the browser's reads: a GET that changes nothing. Amounts and times travel by `lib/json.ts`. */
export async function answerGet(read: (actor: Actor) => Promise<unknown>): Promise<Response> {
  const requestId = newRequestId();
  return withRequestId(requestId, async () => {
    try {
      return json(200, await read(await requireActor()), requestId);
    } catch (error) {
      const view = toErrorView(error, requestId);
      return json(httpStatus(view.code), view, requestId);
    }
  });
}

const json = (status: number, body: unknown, requestId: string) =>
  new Response(encodeJson(body), {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store", "x-request-id": requestId },
  });
