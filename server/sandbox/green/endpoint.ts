import { z } from "zod";
import { AuthorizationResult } from "@/lib/contracts/amp/authorizations";

/** What came of asking an issuer's endpoint; whatever goes wrong is a no. */
export interface EndpointVerdict {
  endpoint: string;
  /** null when there was no answer. */
  status: number | null;
  /** How long it took, in milliseconds. */
  ms: number;
  /** The body as far as it was read, cut to a readable length. */
  answer: string | null;
  isApproved: boolean;
  words: string;
}

const MOST_BYTES = 16 * 1024;
const SHOWN_CHARACTERS = 2_000;
const REASON_CHARACTERS = 500;

/**
 * One try, no redirect followed, any content type read as JSON.
 * @param endpoint as the issuer set it, without /issuerauthorizer
 * @param body JSON text
 */
export async function askEndpoint(
  endpoint: string,
  body: string,
  timeoutMs: number,
): Promise<EndpointVerdict> {
  const url = `${endpoint.replace(/\/+$/, "")}/issuerauthorizer`;
  const start = performance.now();
  const verdict = await answerOf(url, body, timeoutMs).then(
    ({ status, text }) => ({ status, answer: readable(text, SHOWN_CHARACTERS), ...judge(status, text) }),
    (error: unknown) => ({
      status: null,
      answer: null,
      isApproved: false,
      words: problemOf(error, timeoutMs),
    }),
  );
  return { endpoint: url, ms: Math.round(performance.now() - start), ...verdict };
}

async function answerOf(url: string, body: string, timeoutMs: number) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body,
    redirect: "manual",
    signal: AbortSignal.timeout(timeoutMs),
  });
  return { status: response.status, text: await readCapped(response) };
}

/** @returns null when the body is longer than any verdict */
async function readCapped(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the rest.
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function judge(status: number, text: string | null): Pick<EndpointVerdict, "isApproved" | "words"> {
  const no = (words: string) => ({ isApproved: false, words });
  if (status >= 300 && status < 400)
    return no(`The issuer's endpoint redirects (${status}), which AMP does not follow.`);
  if (status < 200 || status > 299) return no(`The issuer's endpoint answered ${status}.`);
  if (text === null) return no("The issuer's endpoint answered at too great length.");
  const json = readJson(text);
  if (json === undefined) return no("The issuer's endpoint did not answer with JSON.");
  const result = z.safeDecode(AuthorizationResult, json as never);
  if (!result.success)
    return no('The issuer\'s endpoint did not answer {"result": true or false, "error": "…"}.');
  const { result: isApproved, error } = result.data;
  if (isApproved) return { isApproved, words: "The issuer's endpoint approved." };
  const reason = readable(error ?? null, REASON_CHARACTERS);
  return no(
    reason ? `The issuer's endpoint rejected: ${reason}` : "The issuer's endpoint rejected without a reason.",
  );
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** PostgreSQL stores neither a zero character nor half a surrogate pair. */
const readable = (text: string | null, length: number): string | null =>
  text?.slice(0, length).replace(/\0|\p{Surrogate}/gu, "\ufffd") ?? null;

function problemOf(error: unknown, timeoutMs: number): string {
  if (error instanceof Error && error.name === "TimeoutError")
    return `The issuer's endpoint did not answer within ${timeoutMs / 1000} s.`;
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
  return `The issuer's endpoint could not be reached${typeof cause?.code === "string" ? ` (${cause.code})` : ""}.`;
}
