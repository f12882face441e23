import "server-only";
import { gzipSync } from "node:zlib";
import { headers } from "next/headers";

interface Answer {
  body: string | ReadableStream | Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
}

/** Fewer bytes than these arrive in the same round trip, packed or not, and sooner than they are packed. */
const SHORT_BYTES = 8_192;
/** More than these would keep everybody else waiting while they are packed; Next packs them in portions. */
const LONG_BYTES = 131_072;
const TAKES_GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i;

/**
 * An answer as it goes out. One of middling length is packed here, in one piece: fractions of a millisecond, where a
 * stream goes to another thread and back for each of its portions.
 */
export async function packed(answer: Answer): Promise<Answer> {
  const { body, headers: said } = answer;
  if (typeof body !== "string") return answer;
  const length = Buffer.byteLength(body);
  if (length < SHORT_BYTES) {
    const asItIs = { "cache-control": "no-store, no-transform", "content-length": `${length}` };
    return { body, headers: { ...asItIs, ...said } };
  }
  if (length > LONG_BYTES || !TAKES_GZIP.test((await headers()).get("accept-encoding") ?? "")) return answer;
  const bytes = new Uint8Array(gzipSync(body));
  const asPacked = { "content-encoding": "gzip", "content-length": `${bytes.byteLength}` };
  return { body: bytes, headers: { ...asPacked, vary: "accept-encoding", ...said } };
}
