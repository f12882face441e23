import type { KycStatus } from "@/lib/contracts/identity/veriff";
import type { Identity } from "../service";
import { findUser } from "../users/user-store";
import { requireUser } from "../users/users";
import { listDecisions } from "../veriff/decision-store";
import { listSessions, stateOf } from "../veriff/session-store";
import { toDecision } from "../veriff/sessions";
import { openField, openRisks } from "./record";
import { findRecord, isHeld, listRecords, type RecordRow } from "./record-store";
import { isCompleted } from "./standing";

/** GET /user/kyc: where the caller's identification stands. @throws Refusal 0301 without a row */
export async function getKyc(identity: Identity, address: string): Promise<KycStatus> {
  const { db } = identity.database;
  await isCompleted(identity, await requireUser(identity, address));
  // looking may have ended what has expired
  const user = await findUser(db, address);
  const linked = user?.userInfoUuid ? await findRecord(db, user.userInfoUuid) : null;
  const records = await listRecords(db, address);
  const held = records.find(isHeld);
  const ended = linked || held ? undefined : newestEnd(records);
  const sessions = await listSessions(db, address);
  const [session] = sessions;
  const ids = [...sessions.map(({ id }) => id), ...records.map(({ sessionId }) => sessionId)];
  const [decision] = await listDecisions(db, ids);
  return {
    kycCompleted: linked !== null,
    completedAt: linked?.createdAt.toISOString() ?? null,
    documentValidUntil: validUntil(identity, linked ?? held ?? ended),
    isExpired: ended?.endedAs === "expired",
    isRevoked: ended?.endedAs === "revoked",
    underReview: held !== undefined,
    riskLabels: labelsOf(identity, held ?? linked),
    lastDecision: decision ? { ...toDecision(decision), receivedAt: decision.createdAt.toISOString() } : null,
    sessionState: session ? stateOf(session) : null,
    sessionCreatedAt: session?.createdAt.toISOString() ?? null,
  };
}

const newestEnd = (records: RecordRow[]): RecordRow | undefined =>
  records.filter(({ endedAt }) => endedAt !== null).sort((a, b) => Number(b.endedAt) - Number(a.endedAt))[0];

const validUntil = ({ config }: Identity, record: RecordRow | undefined): string | null =>
  record ? openField(config, record, "documentValidUntil") : null;

const labelsOf = ({ config }: Identity, record: RecordRow | null | undefined): KycStatus["riskLabels"] =>
  record ? openRisks(config, record.uuid, record.risks).labels : [];
