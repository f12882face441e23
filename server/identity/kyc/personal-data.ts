import type { Erasure, PersonalData } from "@/lib/contracts/identity/personal-data";
import { listChainTasks } from "../chain-tasks/chain-tasks";
import { emptyError } from "../errors";
import type { Identity } from "../service";
import { revoke as revokeAccess, revokeAll } from "../tokens/access-store";
import type { Access } from "../tokens/access-token";
import { deleteTokensOf, lockAddress } from "../tokens/refresh-store";
import { openEmail, requireUser } from "../users/users";
import { listDecisions } from "../veriff/decision-store";
import { listSessions, stateOf } from "../veriff/session-store";
import { toDecision } from "../veriff/sessions";
import { eraseRows, findUploadKeys, listChainWork, listLogins } from "./personal-data-store";
import { openPersonal, openRisks } from "./record";
import { findRecord, listRecords, type RecordRow } from "./record-store";
import { listRulings } from "./ruling-store";

type Db = Identity["database"]["db"];

/**
 * GET /user/data: everything that is kept about the caller.
 * @throws Refusal 403 for a login that any page could have got the signature for, 0301 without a row
 */
export async function exportPersonalData(identity: Identity, access: Access): Promise<PersonalData> {
  requireBound(identity, access);
  const { address } = access;
  const { db } = identity.database;
  const user = await requireUser(identity, address);
  const { records, sessions, sessionIds } = await collect(db, address, user.userInfoUuid);
  const decisions = await listDecisions(db, sessionIds);
  return {
    address,
    email: openEmail(identity, user),
    language: user.language,
    createdAt: user.createdAt.toISOString(),
    kycRecords: records.map((record) => toReadable(identity, record)),
    sessions: sessions.map((session) => ({
      ...{ id: session.id, url: session.url, host: session.host },
      ...{ state: stateOf(session), createdAt: session.createdAt.toISOString() },
    })),
    decisions: decisions.map((decision) => ({
      ...toDecision(decision),
      receivedAt: decision.createdAt.toISOString(),
    })),
    kycRulings: (await listRulings(db, address)).map(({ heldFor, decision, decidedAt }) => ({
      ...{ heldFor, decision, decidedAt: decidedAt.toISOString() },
    })),
    logins: (await listLogins(db, address)).map((time) => time.toISOString()),
    chainTasks: (await listChainTasks(identity, address)).tasks,
    chainWork: await listChainWork(db, address),
    uploadKeys: await findUploadKeys(db, address),
  };
}

/**
 * DELETE /user/data: erases what is known of the person, and ends their logins. What Veriff still says of sessions
 * that began before is not kept either.
 * @throws Refusal 403 and 0301 as above
 */
export async function erasePersonalData(identity: Identity, access: Access): Promise<Erasure> {
  requireBound(identity, access);
  const { address, jti, expiresAt } = access;
  await identity.database.transaction(async (tx) => {
    await lockAddress(tx, address);
    const user = await requireUser(identity, address, tx);
    const { records, sessionIds } = await collect(tx, address, user.userInfoUuid);
    const recordIds = records.map(({ uuid }) => uuid);
    await eraseRows(tx, { address, recordIds, sessionIds });
    await deleteTokensOf(tx, address);
    if (!identity.fixes.logoutEndsAccess) return;
    await revokeAll(tx, address);
    if (jti) await revokeAccess(tx, jti, expiresAt);
  });
  return { erased: true, kept: ["address", "chain_tasks", "kyc_rulings", "webhook_digests", "veriff"] };
}

/**
 * A text that names no page can be had signed by any page, and passports are worth that trouble: where the service knows
 * its pages, the login has to come from one of them.
 */
function requireBound({ config: { origins }, fixes }: Identity, { origin }: Access): void {
  if (!fixes.structuredTexts || origins.length === 0) return;
  if (origin === null || !origins.includes(origin)) throw emptyError(403);
}

async function collect(db: Db, address: string, linkedUuid: string | null) {
  const listed = await listRecords(db, address);
  const isListed = listed.some(({ uuid }) => uuid === linkedUuid);
  const linked = linkedUuid && !isListed ? await findRecord(db, linkedUuid) : null;
  const records = linked ? [linked, ...listed] : listed;
  const sessions = await listSessions(db, address);
  const ids = [...sessions.map(({ id }) => id), ...records.map(({ sessionId }) => sessionId)];
  return { records, sessions, sessionIds: [...new Set(ids)] };
}

function toReadable({ config }: Identity, record: RecordRow): PersonalData["kycRecords"][number] {
  const { labels, pepSanctionMatch } = openRisks(config, record.uuid, record.risks);
  return {
    ...openPersonal(config, record),
    ...{ sessionId: record.sessionId, connected: record.connected, endedAs: record.endedAs },
    ...{ createdAt: record.createdAt.toISOString(), riskLabels: labels, pepSanctionMatch },
  };
}
