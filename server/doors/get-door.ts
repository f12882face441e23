import "server-only";
import { AsyncResource } from "node:async_hooks";
import { headers } from "next/headers";
import { httpStatus } from "@/lib/errors";
import { encodeJson } from "@/lib/json";
import { POLL_HEADER } from "@/lib/poll";
import { pageReads, type RequestContext } from "@/server/platform/request-context";
import { newRequestId } from "@/server/platform/request-id";
import { withOrigin } from "./origin";
import { toErrorView } from "./result";

export interface SavedFile {
  /** Letters, digits, `-` and `.` alone. */
  name: string;
  text: string;
}

/** A file whose text is made while it is sent. */
interface StreamedFile {
  /** Letters, digits, `-` and `.` alone. */
  name: string;
  contentType: string;
  chunks: AsyncIterable<string>;
}

/** A read for the page's scripts: JSON in the form of `lib/json.ts`, kept by no cache. What a person saves is no poll. */
export async function answerJson(read: () => Promise<unknown>): Promise<Response> {
  const isPoll = (await headers()).has(POLL_HEADER);
  return answer(async () => ({ body: encodeJson(await read()), headers: {} }), { ...pageReads(), isPoll });
}

/** A read for a person to save. */
export const answerSaved = (read: () => Promise<SavedFile>): Promise<Response> =>
  answer(async () => {
    const { name, text } = await read();
    return { body: text, headers: savedAs(name) };
  });

/**
 * A read for a person to save that is too long to be held. What fails before the first portion is answered as it is
 * elsewhere; later, the answer is cut off, which the browser tells as a failed download.
 */
export const answerStreamed = (read: () => Promise<StreamedFile>): Promise<Response> =>
  answer(async (requestId) => {
    const { name, contentType, chunks } = await read();
    return {
      body: toStream(chunks, requestId),
      headers: { ...savedAs(name), "content-type": contentType },
    };
  });

const savedAs = (name: string) => ({ "content-disposition": `attachment; filename="${name}"` });

/** Asks for a portion when the one before has gone out, in the context of the request. */
function toStream(chunks: AsyncIterable<string>, requestId: string): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const next = AsyncResource.bind(() => iterator.next());
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await next();
          if (done) controller.close();
          else controller.enqueue(encoder.encode(value));
        } catch (error) {
          toErrorView(error, requestId);
          controller.error(new Error("The rest could not be read."));
        }
      },
      cancel: async () => void (await iterator.return?.()),
    },
    { highWaterMark: 0 },
  );
}

/**
 * Fewer bytes than these arrive in the same round trip, packed or not, and sooner than they are packed. More are packed by
 * Next: it lets no route say that its answer is packed already, and would pack it twice.
 */
const SHORT_BYTES = 8_192;

const asItIs = (body: string | ReadableStream): Record<string, string> =>
  typeof body === "string" && Buffer.byteLength(body) < SHORT_BYTES
    ? { "cache-control": "no-store, no-transform" }
    : {};

async function answer(
  read: (requestId: string) => Promise<{ body: string | ReadableStream; headers: Record<string, string> }>,
  more: Omit<RequestContext, "requestId"> = {},
): Promise<Response> {
  const requestId = newRequestId();
  const always = {
    "content-type": "application/json",
    "cache-control": "no-store",
    "x-request-id": requestId,
  };
  const answering = async () => {
    try {
      const { body, headers } = await read(requestId);
      return new Response(body, { headers: { ...always, ...asItIs(body), ...headers } });
    } catch (error) {
      const view = toErrorView(error, requestId);
      return new Response(encodeJson(view), { status: httpStatus(view.code), headers: always });
    }
  };
  return withOrigin(requestId, answering, more);
}
