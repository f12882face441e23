import { endpointList } from "@/lib/contracts/amp/endpoints";
import type { ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { type AmpCallDetail, type AmpCallPage, REMOVED } from "@/lib/domain/amp-call";
import { dayRange } from "@/lib/domain/audit";
import { AppError } from "@/lib/errors";
import { parseExactJson, printExactJson } from "@/lib/exact-json";
import { callsText } from "@/lib/messages/calls";
import { type SnippetRequest, snippetsOf } from "@/lib/snippets";
import { findAmpCall, readAmpCalls } from "@/server/audit/amp-call-store";
import { flushAmpCalls } from "@/server/audit/amp-calls";
import { authorize } from "@/server/auth/authorize";
import { now } from "@/server/platform/clock";
import { requireEnvironment } from "@/server/platform/environments";
import { readBefore } from "./audit";

const INDENT = 2;

/**
 * What the desk asked AMP in this workspace, newest first. @throws AppError INVALID_INPUT for a cursor of another list
 */
export async function listAmpCalls(actor: Actor, query: ListQuery): Promise<AmpCallPage> {
  await authorize(actor, "audit:read");
  await flushAmpCalls(); // of this process; another one's are half a second behind
  const { limit, filters, q, cursor } = query;
  const { method, status, endpoint } = filters;
  const before = readBefore(cursor);
  const where = { before, limit, text: q, method, status, endpoint, ...dayRange(filters) };
  const found = await readAmpCalls(actor.workspaceId, where);
  const rows = found.slice(0, limit);
  return {
    rows,
    nextCursor: found.length > limit ? String(rows.at(-1)?.id) : null,
    total: null,
    freshness: { asOf: now(), source: "mirror" },
  };
}

/** One call, its body over several lines, and the same call in other languages. @throws AppError NOT_FOUND */
export async function readAmpCall(actor: Actor, id: string) {
  await authorize(actor, "audit:read");
  await flushAmpCalls();
  const call = /^\d{1,18}$/.test(id) ? await findAmpCall(actor.workspaceId, BigInt(id)) : null;
  if (!call) throw new AppError("NOT_FOUND", callsText.noCall);
  const body = call.body === null ? null : printExactJson(parseExactJson(call.body), INDENT);
  const { ampUrl } = requireEnvironment(actor.environment);
  return { call: { ...call, body }, snippets: snippetsOf(toRequest({ ...call, body }, ampUrl)) };
}

/** The names a list of calls can be filtered by. */
export const endpointNames: readonly string[] = endpointList.map(({ name }) => name).sort();

const changing = new Set(endpointList.filter(({ changesState }) => changesState).map(({ name }) => name));

function toRequest(call: AmpCallDetail, ampUrl: string): SnippetRequest {
  const query = new URLSearchParams(call.query).toString();
  const isChange = call.endpoint === null ? call.method !== "GET" : changing.has(call.endpoint);
  // A body that was too long to keep leaves its mark, so that nobody takes the call for one without.
  const body = call.body ?? (call.bodyBytes === null ? null : JSON.stringify(REMOVED));
  const warnings = [
    isChange && callsText.snippets.changes,
    body?.includes(REMOVED) && callsText.snippets.fill,
  ].filter((warning) => typeof warning === "string");
  return {
    method: call.method,
    url: `${ampUrl}${call.path}${query === "" ? "" : `?${query}`}`,
    body,
    warning: warnings.length === 0 ? null : warnings.join(" "),
  };
}
