import { randomInt } from "node:crypto";
import { z } from "zod";
import { type Endpoint, exactAnswers } from "@/lib/contracts/amp/endpoints";
import { printExactJson } from "@/lib/exact-json";
import type { LiveEnv } from "../world";
import { inOtherForm } from "./other-forms";
import { Printed } from "./printers";
import type { Match } from "./router";

/** Prints what an endpoint answers, in AMP's words and with its status. */
export function encode({ switches }: LiveEnv, { endpoint }: Match, result: unknown): Response {
  const { name, success } = endpoint;
  const returns = endpoint.returns ?? endpoint.mayReturn;
  if (!returns) {
    if (switches.randomEmptyAnswers && isIgnored(endpoint)) return randomAnswer(success);
    return new Response(null, { status: success });
  }
  if (result instanceof Printed) return json(success, result.json);
  const encoded = inOtherForm(switches, name, z.encode(returns, result));
  if (encoded === undefined) return new Response(null, { status: success });
  const body = switches.olderFields ? withOlderFields(encoded) : encoded;
  return json(success, exactAnswers.has(name) ? printExactJson(body) : JSON.stringify(body));
}

export const json = (status: number, body: string, headers: Record<string, string> = {}) =>
  new Response(body, { status, headers: { "content-type": "application/json", ...headers } });

/** Whether clients must not read the body; the one of a burn's confirm was seen to be empty. */
const isIgnored = ({ name, success }: Endpoint) => success === 200 && name !== "confirmBurn";

const IGNORED_BODIES = ["", "{}", "null", "[]", '"OK"', '{"status":"ok"}'];

function randomAnswer(status: number): Response {
  const body = IGNORED_BODIES[randomInt(IGNORED_BODIES.length)];
  return body ? json(status, body) : new Response(null, { status });
}

const OLDER_FIELDS: Record<string, string> = {
  transfer_restricted: "investors_restricted",
  issuer_authorization_endpoint: "authorizer_endpoint",
};

/** Repeats the fields of an asset, or of several, under the names they had once. */
function withOlderFields(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withOlderFields);
  if (typeof body !== "object" || body === null) return body;
  const older = Object.entries(OLDER_FIELDS).filter(([name]) => name in body);
  return { ...body, ...Object.fromEntries(older.map(([name, was]) => [was, (body as never)[name]])) };
}
