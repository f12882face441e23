import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { type Answer, DROPPED } from "./answers";
import type { Spoiler } from "./fault";

/** What a Response cannot say of itself: it is done on the connection, by whoever holds that. */
type Act = (outgoing: ServerResponse) => void;
const acts = new WeakMap<Response, Act>();

const marked = (act: Act): Response => {
  const response = new Response(null);
  acts.set(response, act);
  return response;
};

/** The answer as it goes out, spoiled by the fault that hit the call. */
export function toResponse(answer: Answer, fault?: Spoiler): Response {
  const { status, headers, body } = answer;
  if (status === DROPPED) return marked((outgoing) => outgoing.destroy());
  if (fault?.kind === "truncate" && body) return marked((outgoing) => cut(outgoing, answer, body));
  if (fault?.kind === "wrong_type") headers.set("content-type", fault.content_type);
  if (fault?.kind === "trickle" && body) {
    headers.set("content-length", `${body.byteLength}`);
    return new Response(trickle(body, fault.chunk_bytes, fault.every_ms), { status, headers });
  }
  return new Response(body, { status, headers });
}

/** The length of the whole, half of it, and the end of the connection. */
function cut(outgoing: ServerResponse, { status, headers }: Answer, body: Uint8Array): void {
  outgoing.writeHead(status, { ...Object.fromEntries(headers), "content-length": `${body.byteLength}` });
  outgoing.write(halfOf(body), () => outgoing.destroy());
}

export const halfOf = (body: Uint8Array): Uint8Array => body.subarray(0, Math.floor(body.byteLength / 2));

function trickle(body: Uint8Array, chunkBytes: number, everyMs: number): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      if (sent > 0) await sleep(everyMs);
      controller.enqueue(body.subarray(sent, sent + chunkBytes));
      sent += chunkBytes;
      if (sent >= body.byteLength) controller.close();
    },
  });
}

/** Does on the connection what a Response asks for. @returns what the server has left to send */
export function carryOut(response: Response, outgoing: ServerResponse): Response {
  const act = acts.get(response);
  if (!act) return response;
  act(outgoing);
  return RESPONSE_ALREADY_SENT;
}
