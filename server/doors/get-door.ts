import "server-only";
import { httpStatus } from "@/lib/errors";
import { encodeJson } from "@/lib/json";
import { withRequestId } from "@/server/platform/request-context";
import { newRequestId } from "@/server/platform/request-id";
import { toErrorView } from "./result";

export interface SavedFile {
  /** Letters, digits, `-` and `.` alone. */
  name: string;
  text: string;
}

/** A read for the page's scripts: JSON in the form of `lib/json.ts`, kept by no cache. */
export const answerJson = (read: () => Promise<unknown>): Promise<Response> =>
  answer(async () => ({ text: encodeJson(await read()), headers: {} }));

/** A read for a person to save. */
export const answerSaved = (read: () => Promise<SavedFile>): Promise<Response> =>
  answer(async () => {
    const { name, text } = await read();
    return { text, headers: { "content-disposition": `attachment; filename="${name}"` } };
  });

async function answer(
  read: () => Promise<{ text: string; headers: Record<string, string> }>,
): Promise<Response> {
  const requestId = newRequestId();
  const always = {
    "content-type": "application/json",
    "cache-control": "no-store",
    "x-request-id": requestId,
  };
  return withRequestId(requestId, async () => {
    try {
      const { text, headers } = await read();
      return new Response(text, { headers: { ...always, ...headers } });
    } catch (error) {
      const view = toErrorView(error, requestId);
      return new Response(encodeJson(view), { status: httpStatus(view.code), headers: always });
    }
  });
}
