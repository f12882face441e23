import "server-only";
import type { Actor } from "@/lib/domain/actor";
import { httpStatus } from "@/lib/errors";
import { encodeJson } from "@/lib/json";
import { requireActor } from "@/server/auth/actor";
import { withRequestId } from "@/server/platform/request-context";
import { newRequestId } from "@/server/platform/request-id";
import { toErrorView } from "./result";

/** The door for files that a person saves; kept by no cache. @param read gives a name of letters, digits, `-` and `.` */
export async function answerFile(
  read: (actor: Actor) => Promise<{ name: string; text: string }>,
): Promise<Response> {
  const requestId = newRequestId();
  const always = {
    "content-type": "application/json",
    "cache-control": "no-store",
    "x-request-id": requestId,
  };
  return withRequestId(requestId, async () => {
    try {
      const { name, text } = await read(await requireActor());
      const headers = { ...always, "content-disposition": `attachment; filename="${name}"` };
      return new Response(text, { headers });
    } catch (error) {
      const view = toErrorView(error, requestId);
      return new Response(encodeJson(view), { status: httpStatus(view.code), headers: always });
    }
  });
}
