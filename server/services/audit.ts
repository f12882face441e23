import type { ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { type AuditDetail, type AuditPage, type AuditRow, dayRange } from "@/lib/domain/audit";
import { AppError } from "@/lib/errors";
import { auditText } from "@/lib/messages/audit";
import { errorsText } from "@/lib/messages/errors";
import { readAmpCalls } from "@/server/audit/amp-call-store";
import { flushAmpCalls } from "@/server/audit/amp-calls";
import { readAudit } from "@/server/audit/search-store";
import { type AuditEntry, findAuditEntry } from "@/server/audit/store";
import { authorize } from "@/server/auth/authorize";
import { listPeople } from "@/server/auth/store";
import { numberOf, userIdsKnownAs } from "@/server/mirror/users";
import { now } from "@/server/platform/clock";
import { readableAssets, requireUuid } from "./assets";
import { type Managed, managedBy } from "./managed-workspaces";

/** Entries and calls that the page of one entry shows at most. */
const RELATED = 50;

/**
 * Who did what in this workspace, newest first; an issuer is shown what the issuer's managers did, too.
 * @throws AppError INVALID_INPUT for a cursor of another list
 */
export async function listAudit(actor: Actor, query: ListQuery): Promise<AuditPage> {
  await authorize(actor, "audit:read");
  const { limit, filters, q } = query;
  if (filters.asset !== undefined) requireUuid(filters.asset);
  const managed = filters.by === "own" ? null : await managedBy(actor);
  const found = await readAudit(workspacesOf(actor, managed, filters.by), {
    before: readBefore(query.cursor),
    limit,
    outcome: filters.outcome,
    kind: filters.kind,
    action: filters.action,
    personName: filters.person,
    assetUuid: filters.asset,
    userId: numberOf(filters.user),
    rows: filters.rows as "without" | "only" | undefined,
    text: q,
    meant: q === undefined ? undefined : await meantBy(actor, managed, q),
    ...dayRange(filters),
  });
  const entries = found.slice(0, limit);
  return {
    rows: await toRows(actor, managed, entries),
    lacksManagers: managed?.isTold === false,
    nextCursor: found.length > limit ? String(entries.at(-1)?.id) : null,
    total: null,
    freshness: { asOf: now(), source: "mirror" },
  };
}

const workspacesOf = (actor: Actor, managed: Managed | null, by?: string): string[] => [
  ...(by === "managers" ? [] : [actor.workspaceId]),
  ...(managed?.workspaces.keys() ?? []),
];

/** For a file, which nobody reads a notice on. @throws AppError UNAVAILABLE where entries of managers would be missing */
export async function listWholeAudit(actor: Actor, query: ListQuery): Promise<AuditPage> {
  const page = await listAudit(actor, query);
  if (page.lacksManagers) throw new AppError("UNAVAILABLE", auditText.managers.notExported);
  return page;
}

/** Who can be filtered by: persons, and whether there are managers whose entries are another's than one's own. */
export async function readAuditPeople(actor: Actor): Promise<{ people: string[]; hasManagers: boolean }> {
  await authorize(actor, "audit:read");
  const managed = await managedBy(actor);
  return { people: await peopleOf(actor, managed), hasManagers: managed.workspaces.size > 0 };
}

async function peopleOf(actor: Actor, managed: Managed | null): Promise<string[]> {
  const names = await Promise.all(workspacesOf(actor, managed).map(listPeople));
  return [...new Set(names.flat())].sort((a, b) => a.localeCompare(b));
}

/** Which assets can be filtered by: none while AMP is away. */
export async function listAuditAssets(actor: Actor): Promise<{ assetUuid: string; name: string }[]> {
  await authorize(actor, "audit:read");
  const assets = await knownAssets(actor);
  return assets
    .map(({ assetUuid, name }) => ({ assetUuid, name }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * One entry, the others of the same request, and what AMP was asked in it; a manager's calls are the manager's own.
 * @throws AppError NOT_FOUND
 */
export async function readAuditEntry(actor: Actor, id: string): Promise<AuditDetail> {
  await authorize(actor, "audit:read");
  const managed = await managedBy(actor);
  const among = workspacesOf(actor, managed);
  const found = /^\d{1,18}$/.test(id) ? await findAuditEntry(among, BigInt(id)) : null;
  if (!found) throw new AppError("NOT_FOUND", auditText.noEntry);
  await flushAmpCalls(); // of this process; another one's are half a second behind
  const { workspaceId } = found;
  const of = { before: null, limit: RELATED, requestId: found.requestId };
  const [whole, rows, calls] = await Promise.all([
    readAudit([workspaceId], { ...of, rows: "without" }),
    readAudit([workspaceId], { ...of, rows: "only" }),
    workspaceId === actor.workspaceId ? readAmpCalls(workspaceId, of) : [],
  ]);
  // First what a bulk change began with: among the entries of its rows it would be one of thousands.
  const others = [...whole, ...rows].filter((entry) => entry.id !== found.id).slice(0, RELATED);
  const [entry, ...rest] = await toRows(actor, managed, [found, ...others]);
  if (!entry) throw new AppError("NOT_FOUND", auditText.noEntry);
  return { entry, others: rest, calls: calls.slice(0, RELATED) };
}

async function toRows(actor: Actor, managed: Managed | null, entries: AuditEntry[]): Promise<AuditRow[]> {
  const names = await assetNames(actor, entries);
  return entries.map((entry) => ({
    id: entry.id,
    at: entry.at,
    personName: entry.personName,
    managerName: managed?.workspaces.get(entry.workspaceId) ?? null,
    requestId: entry.requestId,
    action: entry.action,
    outcome: entry.outcome,
    assetUuid: entry.assetUuid,
    assetName: entry.assetUuid === null ? null : (names.get(entry.assetUuid) ?? null),
    detail: entry.detail,
    remoteAddress: entry.remoteAddress,
    device: entry.device,
  }));
}

/** Entries keep ids; people look for names and words. */
async function meantBy(actor: Actor, managed: Managed | null, text: string) {
  const needle = text.toLowerCase();
  const [assets, users, people] = await Promise.all([
    knownAssets(actor),
    userIdsKnownAs(actor, text),
    peopleOf(actor, managed),
  ]);
  const holds = (words: string) => words.toLowerCase().includes(needle);
  const named = assets.filter(({ name, ticker, assetUuid }) => holds(`${name} ${ticker} ${assetUuid}`));
  const actions = Object.entries(auditText.actions).filter(
    ([action, words]) => holds(action) || holds(words),
  );
  return {
    actions: actions.map(([action]) => action),
    assets: named.map(({ assetUuid }) => assetUuid),
    users,
    people: people.filter(holds),
  };
}

/** The cursor of the audit's lists: the id of the last row. @throws AppError INVALID_INPUT */
export function readBefore(cursor: string | undefined): bigint | null {
  if (cursor === undefined) return null;
  if (/^\d{1,18}$/.test(cursor)) return BigInt(cursor);
  throw new AppError("INVALID_INPUT", errorsText.oldPageLink);
}

/** The log must be readable while AMP is away, so names are a help and no condition. */
const knownAssets = (actor: Actor) =>
  readableAssets(actor).then(
    ({ assets }) => assets,
    () => [],
  );

async function assetNames(actor: Actor, entries: AuditEntry[]): Promise<Map<string, string>> {
  if (entries.every((entry) => entry.assetUuid === null)) return new Map();
  const assets = await knownAssets(actor);
  return new Map(assets.map((asset) => [asset.assetUuid, asset.name]));
}
