import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, lte, ne, or, sql } from "drizzle-orm";
import type {
  ApprovalStep,
  BoundGaid,
  KycAlertKind,
  KycAnswer,
  KycFacts,
  RequestPerson,
  RequestState,
  RiskLabel,
} from "@/lib/domain/requests";
import { decodeJson, encodeJson } from "@/lib/json";
import { db } from "@/server/db/client";
import { portalRequests } from "@/server/db/schema/portal-requests";
import { now } from "@/server/platform/clock";
import { said } from "@/server/platform/stored-words";
import { decryptSecret, encryptSecret } from "@/server/vault/cipher";

/** A stored request; the person in it stays sealed until `openPerson`. */
export interface StoredRequest {
  id: string;
  workspaceId: string;
  intentId: string;
  /** With its checksum. */
  address: string;
  chainId: number;
  bound: BoundGaid;
  kyc: KycFacts;
  personCipher: string;
  state: RequestState;
  decidedBy: string | null;
  decidedAt: Date | null;
  reason: string | null;
  categoryIds: number[];
  /** Chains of the issuer that the identity service did not serve when it was last asked for this wallet. */
  unservedChainIds: number[];
  /** Whom the approver was shown; null when a user was to be made. */
  expectedUserId: number | null;
  /** The approver has made sure that the GAID of another user is this person's. */
  isOwnerConfirmed: boolean;
  /** How many open assignments the approver agreed to send to the new default GAID. */
  expectedOpenAssignments: number;
  ampUserId: number | null;
  steps: ApprovalStep[];
  problem: string | null;
  nextRunAt: Date | null;
  kycAlert: KycAlertKind | null;
  kycAlertAt: Date | null;
  kycAnswer: KycAnswer | null;
  /** When the identity service was asked last, and when it last answered. */
  kycAskedAt: Date | null;
  kycCheckedAt: Date | null;
  createdAt: Date;
}

const table = portalRequests;
type Row = typeof table.$inferSelect;

/** As `isPending` says it. */
const isWaiting = inArray(table.state, ["open", "approving"] satisfies RequestState[]);

export const toRequest = (row: Row): StoredRequest => {
  const { gaid, gaidText, gaidSignature, gaidBoundAt, gaidCheckedAt, ...rest } = row;
  const { kycCompletedAt, kycValidUntil, kycRiskLabels, updatedAt, ...request } = rest;
  return {
    ...request,
    bound: { gaid, text: gaidText, signature: gaidSignature, boundAt: gaidBoundAt, checkedAt: gaidCheckedAt },
    kyc: {
      completedAt: kycCompletedAt,
      validUntil: kycValidUntil,
      riskLabels: JSON.parse(kycRiskLabels) as RiskLabel[],
    },
    state: row.state as RequestState,
    problem: said(row.problem),
    steps: decodeJson(row.steps) as ApprovalStep[],
    kycAlert: row.kycAlert as KycAlertKind | null,
    kycAnswer: row.kycAnswer as StoredRequest["kycAnswer"],
  };
};

/** The person who asks, in clear: hand it on, keep it nowhere. */
export const openPerson = (request: Pick<StoredRequest, "id" | "personCipher">): RequestPerson => ({
  // Who asked before that name was kept has none.
  verifiedName: null,
  ...(JSON.parse(decryptSecret(request.personCipher, request.id)) as Omit<RequestPerson, "verifiedName">),
});

export interface NewRow
  extends Pick<
    StoredRequest,
    "id" | "workspaceId" | "intentId" | "address" | "chainId" | "unservedChainIds" | "bound" | "kyc"
  > {
  person: RequestPerson;
}

/** @returns null when the wallet has an open request of this workspace, or this intent was stored before */
export async function insertRequest({ bound, kyc, person, ...rest }: NewRow): Promise<StoredRequest | null> {
  const at = now();
  const [row] = await db()
    .insert(table)
    .values({
      ...rest,
      gaid: bound.gaid,
      gaidText: bound.text,
      gaidSignature: bound.signature,
      gaidBoundAt: bound.boundAt,
      gaidCheckedAt: bound.checkedAt,
      kycCompletedAt: kyc.completedAt,
      kycValidUntil: kyc.validUntil,
      kycRiskLabels: JSON.stringify(kyc.riskLabels),
      personCipher: encryptSecret(JSON.stringify(person), rest.id),
      state: "open" satisfies RequestState,
      categoryIds: [],
      steps: encodeJson([]),
      createdAt: at,
      updatedAt: at,
    })
    .onConflictDoNothing()
    .returning();
  return row ? toRequest(row) : null;
}

export async function findRequest(id: string): Promise<StoredRequest | null> {
  const [row] = await db().select().from(table).where(eq(table.id, id));
  return row ? toRequest(row) : null;
}

/** A wallet's requests, newest first; with a workspace those to that issuer. */
export async function requestsOf({
  workspaceId,
  address,
}: {
  workspaceId?: string;
  address: string;
}): Promise<StoredRequest[]> {
  const ofIssuer = workspaceId === undefined ? undefined : eq(table.workspaceId, workspaceId);
  const found = await db()
    .select()
    .from(table)
    .where(and(eq(table.address, address), ofIssuer))
    .orderBy(desc(table.createdAt), desc(table.id));
  return found.map(toRequest);
}

/** The requests that led to a registered user, and those that wait and name one of the user's GAIDs; newest first. */
export async function requestsOfUser(
  workspaceIds: string[],
  { userId, gaids }: { userId: number; gaids: string[] },
): Promise<StoredRequest[]> {
  if (workspaceIds.length === 0) return [];
  const found = await db()
    .select()
    .from(table)
    .where(
      and(
        inArray(table.workspaceId, workspaceIds),
        or(eq(table.ampUserId, userId), and(isWaiting, inArray(table.gaid, gaids))),
      ),
    )
    .orderBy(desc(table.createdAt), desc(table.id));
  return found.map(toRequest);
}

/** Whom the requests of these workspaces that wait for a decision may be about. */
export async function selectWaiting(
  workspaceIds: string[],
): Promise<{ gaid: string; ampUserId: number | null }[]> {
  if (workspaceIds.length === 0) return [];
  return db()
    .select({ gaid: table.gaid, ampUserId: table.ampUserId })
    .from(table)
    .where(and(inArray(table.workspaceId, workspaceIds), isWaiting));
}

/** Whom the latest approvals of these workspaces led to, by AMP's number, and whether the identity is good no more. */
export async function selectApprovedUsers(
  workspaceIds: string[],
): Promise<{ userId: number; isLapsed: boolean }[]> {
  if (workspaceIds.length === 0) return [];
  const found = await db()
    .selectDistinctOn([table.ampUserId], { userId: table.ampUserId, kycAlert: table.kycAlert })
    .from(table)
    .where(
      and(inArray(table.workspaceId, workspaceIds), eq(table.state, "approved"), isNotNull(table.ampUserId)),
    )
    .orderBy(table.ampUserId, desc(table.createdAt), desc(table.id));
  return found.flatMap(({ userId, kycAlert }) =>
    userId === null ? [] : [{ userId, isLapsed: kycAlert !== null }],
  );
}

/** An alert that nobody has answered. */
export const isAlerted = and(isNotNull(table.kycAlert), isNull(table.kycAnswer));
/** Approved people whose identity is good no more, and about whom nobody has decided. */
export const isLapsed = and(eq(table.state, "approved"), isAlerted);

/** What waits for a decision, approvals that stopped, and approved people whose identity is good no more; oldest first. */
export async function requestsInNeed(workspaceId: string, limit: number): Promise<StoredRequest[]> {
  const found = await db()
    .select()
    .from(table)
    .where(and(eq(table.workspaceId, workspaceId), or(eq(table.state, "open"), isStopped, isLapsed)))
    .orderBy(table.createdAt, table.id)
    .limit(limit);
  return found.map(toRequest);
}

export const countOpen = async (workspaceIds: string[]): Promise<number> =>
  workspaceIds.length === 0
    ? 0
    : db().$count(table, and(inArray(table.workspaceId, workspaceIds), eq(table.state, "open")));

type Fixed = "id" | "workspaceId" | "intentId" | "address" | "chainId" | "bound" | "kyc" | "personCipher";
type Change = Partial<Omit<StoredRequest, Fixed | "createdAt">> & {
  kycValidUntil?: Date | null;
};

/** An approval that waits for a person. */
const isStopped = and(eq(table.state, "approving"), isNull(table.nextRunAt));

/**
 * Moves a request on, if it is still in one of the states `from`; `stopped` is an approval that waits for a person.
 * @returns null when somebody else was faster
 */
export async function changeRequest(
  id: string,
  from: readonly RequestState[] | "stopped",
  { steps, ...change }: Change,
): Promise<StoredRequest | null> {
  const [row] = await db()
    .update(table)
    .set({ ...change, ...(steps ? { steps: encodeJson(steps) } : {}), updatedAt: now() })
    .where(and(eq(table.id, id), from === "stopped" ? isStopped : inArray(table.state, [...from])))
    .returning();
  return row ? toRequest(row) : null;
}

/** In these an issuer relies on the person's identity, or is about to. */
export const WATCHED_STATES = ["open", "approving", "approved"] as const satisfies RequestState[];

/** Approvals that were begun and whose time has come, the longest waiting first. */
export async function dueApprovals(limit: number): Promise<string[]> {
  const found = await db()
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.state, "approving"), isNotNull(table.nextRunAt), lte(table.nextRunAt, now())))
    .orderBy(asc(table.nextRunAt))
    .limit(limit);
  return found.map(({ id }) => id);
}

/** Requests whose identity counts and was not looked at since `before`; who lost the categories again is left out. */
export async function dueForKyc(before: Date, limit: number): Promise<StoredRequest[]> {
  const found = await db()
    .select()
    .from(table)
    .where(
      and(
        inArray(table.state, [...WATCHED_STATES]),
        or(isNull(table.kycAnswer), ne(table.kycAnswer, "removed")),
        or(isNull(table.kycAskedAt), lt(table.kycAskedAt, before)),
      ),
    )
    .orderBy(sql`${table.kycAskedAt} asc nulls first`, asc(table.id))
    .limit(limit);
  return found.map(toRequest);
}
