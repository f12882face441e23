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
import { CHANGING, flushAmpCalls, isChange } from "@/server/audit/amp-calls";
import { authorize } from "@/server/auth/authorize";
import { listPeople } from "@/server/auth/store";
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
  const { method, status, endpoint, person: personName, changes } = filters;
  const found = await readAmpCalls(actor.workspaceId, {
    ...{ before: readBefore(cursor), limit, text: q, method, status, endpoint, personName },
    change: changes === undefined ? undefined : { isIt: changes === "yes", endpoints: CHANGING },
    ...dayRange(filters),
  });
  const rows = found.slice(0, limit);
  return {
    rows,
    nextCursor: found.length > limit ? String(rows.at(-1)?.id) : null,
    total: null,
    freshness: { asOf: now(), source: "mirror" },
  };
}

/** Who can be filtered by: whoever has signed in to this workspace. */
export async function readCallPeople(actor: Actor): Promise<string[]> {
  await authorize(actor, "audit:read");
  return listPeople(actor.workspaceId);
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

function toRequest(call: AmpCallDetail, ampUrl: string): SnippetRequest {
  const query = new URLSearchParams(call.query).toString();
  // A body that was too long to keep leaves its mark, so that nobody takes the call for one without.
  const body = call.body ?? (call.bodyBytes === null ? null : JSON.stringify(REMOVED));
  const warnings = [
    isChange(call.method, call.endpoint) && callsText.snippets.changes,
    body?.includes(REMOVED) && callsText.snippets.fill,
  ].filter((warning) => typeof warning === "string");
  return {
    method: call.method,
    url: `${ampUrl}${call.path}${query === "" ? "" : `?${query}`}`,
    body,
    warning: warnings.length === 0 ? null : warnings.join(" "),
  };
}
