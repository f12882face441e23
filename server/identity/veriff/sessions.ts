import type { DecisionStatus, VerificationSession } from "@/lib/contracts/identity/veriff";
import { now } from "@/server/platform/clock";
import { emptyError } from "../errors";
import { findRecordOfSession, isHeld } from "../kyc/record-store";
import { isCompleted } from "../kyc/standing";
import type { Identity } from "../service";
import { findUser } from "../users/user-store";
import { requireUser } from "../users/users";
import { createSession } from "./client";
import { type DecisionRow, findDecision } from "./decision-store";
import { insertSession, listSessions, type SessionRow, stateOf } from "./session-store";

const DAY_MS = 86_400_000;
/** Veriff ends what is not finished by then. */
const REUSE_MS = 7 * DAY_MS;
const OVER: readonly DecisionStatus[] = ["declined", "abandoned", "expired"];

/** Where the newest session of a wallet stands. */
interface Newest {
  session: SessionRow;
  decision: DecisionRow | null;
  /** What became of the approval: nothing was linked, it counts or may still count, or it counts no more. */
  approval: "none" | "holds" | "ended";
}

/**
 * POST /veriff/session: the session in which the caller identifies themselves; a new one where there is none to go on
 * with.
 * @throws Refusal 0301 for a new one without a user's row, 502 when Veriff gives none
 */
export async function requestSession(
  identity: Identity,
  address: string,
  request: Request,
): Promise<VerificationSession> {
  const newest = await findNewest(identity, address);
  if (newest && isUsable(identity, newest)) return toReply(newest.session, newest.decision);
  const callback = identity.config.publicUrl ?? secureOrigin(request);
  return identity.database.alone(`veriff:${address}`, () => renew(identity, address, callback));
}

/** Looks again, because another call may have made a session while this one waited for its turn. */
async function renew(identity: Identity, address: string, callback: string): Promise<VerificationSession> {
  const newest = await findNewest(identity, address);
  if (newest && isUsable(identity, newest)) return toReply(newest.session, newest.decision);
  const made = await make(identity, address, callback);
  if (!newest) return toReply(made ?? unavailable(), null);
  const isShown = newest.decision !== null && OVER.includes(newest.decision.status);
  if (made) return toReply(made, isShown && !isOld(newest.session) ? newest.decision : null);
  // the old session serves while Veriff is away, unless its end was already told
  if (isOld(newest.session) && !isShown && newest.approval !== "ended")
    return toReply(newest.session, newest.decision);
  return unavailable();
}

function unavailable(): never {
  throw emptyError(502);
}

async function make(identity: Identity, address: string, callback: string): Promise<SessionRow | null> {
  const { config, database } = identity;
  await requireUser(identity, address);
  const created = config.veriff && (await createSession(config.veriff, { address, callback }));
  if (!created) return null;
  const { id, url, vendorData, host } = created.verification;
  return insertSession(database.db, {
    id,
    userAddress: address,
    url,
    vendorData,
    host,
    status: created.status,
  });
}

async function findNewest(identity: Identity, address: string): Promise<Newest | null> {
  const { db } = identity.database;
  const [session] = await listSessions(db, address);
  if (!session) return null;
  const decision = await findDecision(db, session.id);
  const isApproved = decision?.status === "approved";
  const approval = isApproved ? await approvalOf(identity, address, session.id) : "none";
  return { session, decision, approval };
}

async function approvalOf(
  identity: Identity,
  address: string,
  sessionId: string,
): Promise<Newest["approval"]> {
  const { db } = identity.database;
  const user = await findUser(db, address);
  // looking ends what has expired
  if (user) await isCompleted(identity, user);
  const record = await findRecordOfSession(db, sessionId);
  if (!record || (isHeld(record) && record.heldFor !== "risks")) return "none";
  return record.endedAs === "expired" || record.endedAs === "revoked" ? "ended" : "holds";
}

function isUsable({ fixes }: Identity, { session, decision, approval }: Newest): boolean {
  if (isOld(session)) return fixes.keepsApproval && approval === "holds";
  return approval !== "ended" && !(decision && OVER.includes(decision.status));
}

const isOld = ({ createdAt }: SessionRow): boolean => now().getTime() - createdAt.getTime() > REUSE_MS;

function secureOrigin({ url }: Request): string {
  const { protocol, origin } = new URL(url);
  return protocol === "https:" ? origin : "";
}

const toReply = (session: SessionRow, decision: DecisionRow | null): VerificationSession => ({
  verificationUrl: session.url,
  state: stateOf(session),
  decision: decision && toDecision(decision),
});

/** A decision as the wire has it. */
export const toDecision = ({
  id,
  status,
  code,
  reason,
  reasonCode,
  decisionTime,
  acceptanceTime,
}: DecisionRow) => ({
  ...{ sessionId: id, status, code, reason, reasonCode },
  ...{ decisionTime, acceptanceTime },
});
