import { createHash } from "node:crypto";
import { arrayContains, eq, inArray } from "drizzle-orm";
import type { PersonalData } from "@/lib/contracts/identity/personal-data";
import { autoInvestHistory, autoInvestTasks, blockchainTasks, pendingAddresses } from "../db/chain-tables";
import type { IdentityDb } from "../db/client";
import { chainRequests } from "../db/lane-tables";
import { pinataQuotas } from "../db/pinata-tables";
import { refreshTokens } from "../db/token-tables";
import { appUsers, userInfos } from "../db/user-tables";
import { veriffDecisions, veriffSessions } from "../db/veriff-tables";
import { noteWebhook } from "../veriff/webhook-store";

type Work = PersonalData["chainWork"][number];

/** When each login that can still be refreshed began. */
export async function listLogins(db: IdentityDb, address: string): Promise<Date[]> {
  const rows = await db
    .select({ createdAt: refreshTokens.createdAt })
    .from(refreshTokens)
    .where(eq(refreshTokens.userAddress, address));
  return rows.map(({ createdAt }) => createdAt);
}

/** What was done, or is to be done, for the wallet on chains. */
export async function listChainWork(db: IdentityDb, address: string): Promise<Work[]> {
  const waiting = await db.select().from(pendingAddresses).where(eq(pendingAddresses.address, address));
  const batches = await db
    .select()
    .from(blockchainTasks)
    .where(arrayContains(blockchainTasks.addresses, [address]));
  const investments = await db
    .select()
    .from(autoInvestTasks)
    .where(eq(autoInvestTasks.userWalletAddress, address));
  const past = await db
    .select()
    .from(autoInvestHistory)
    .where(eq(autoInvestHistory.userWalletAddress, address));
  return [
    ...waiting.map(({ chainId, payload }) => ({
      ...{ chainId: `${chainId}`, contractAddress: payload, amount: null },
      ...{ status: "PENDING", hash: null, createdAt: null },
    })),
    ...batches.map(({ chainId, payload, status, hash, createdAt }) => ({
      ...{ chainId: `${chainId}`, contractAddress: payload, amount: null },
      ...{ status, hash, createdAt: createdAt.toISOString() },
    })),
    ...[...investments, ...past].map(({ chainId, amount, status, hash, createdAt, ...row }) => ({
      ...{ chainId: `${chainId}`, contractAddress: row.campaignContractAddress, amount: `${amount}` },
      ...{ status, hash, createdAt: createdAt.toISOString() },
    })),
  ];
}

export async function findUploadKeys(
  db: IdentityDb,
  address: string,
): Promise<{ day: string; keys: number } | null> {
  const [row] = await db.select().from(pinataQuotas).where(eq(pinataQuotas.address, address));
  return row ? { day: row.day, keys: row.keys } : null;
}

interface Erased {
  address: string;
  recordIds: string[];
  sessionIds: string[];
}

/** Takes away what is personal; the wallet's row stays, because what happened on chains belongs to it. */
export async function eraseRows(tx: IdentityDb, { address, recordIds, sessionIds }: Erased): Promise<void> {
  await tx
    .update(appUsers)
    .set({ userInfoUuid: null, email: null, language: null })
    .where(eq(appUsers.address, address));
  await tx.update(chainRequests).set({ person: null }).where(eq(chainRequests.address, address));
  if (recordIds.length > 0) await tx.delete(userInfos).where(inArray(userInfos.uuid, recordIds));
  for (const sessionId of sessionIds) await forgetSession(tx, sessionId);
}

async function forgetSession(tx: IdentityDb, sessionId: string): Promise<void> {
  await tx.delete(veriffDecisions).where(eq(veriffDecisions.id, sessionId));
  // test KYC gives all its records one session, which was never Veriff's
  const removed = await tx
    .delete(veriffSessions)
    .where(eq(veriffSessions.id, sessionId))
    .returning({ id: veriffSessions.id });
  if (removed.length === 0) return;
  const digest = createHash("sha256").update(sessionId).digest("hex");
  const erasure = { kind: "erasure", digest, sessionId, attemptId: null, said: null } as const;
  await noteWebhook(tx, erasure, "accepted");
}
