import { randomUUID } from "node:crypto";
import { and, eq, or } from "drizzle-orm";
import type { EnvironmentName, Role } from "@/lib/domain/actor";
import { type Db, db } from "@/server/db/client";
import { nodeWallets, workspaces } from "@/server/db/schema/vault";
import { now } from "@/server/platform/clock";
import { decryptSecret, encryptSecret, fingerprint } from "./cipher";

export interface Workspace {
  id: string;
  environment: EnvironmentName;
  role: Role;
  accountName: string | null;
  ampUserId: number | null;
  isTokenValid: boolean;
}

type Row = typeof workspaces.$inferSelect;
const toWorkspace = (row: Row): Workspace => ({
  id: row.id,
  environment: row.environment as EnvironmentName,
  role: row.role as Role,
  accountName: row.accountName,
  ampUserId: row.ampUserId,
  isTokenValid: row.isTokenValid,
});

/**
 * The workspace of an AMP account: found by its name or by its token, made when it is new. The token replaces
 * the stored one, because AMP knows one valid token per account.
 */
export async function saveWorkspace(
  tx: Db,
  account: {
    environment: EnvironmentName;
    role: Role;
    accountName: string | null;
    ampUserId: number | null;
    token: string;
  },
): Promise<Workspace> {
  const tokenFingerprint = fingerprint(account.token);
  const sameAccount = [eq(workspaces.tokenFingerprint, tokenFingerprint)];
  if (account.accountName !== null) sameAccount.push(eq(workspaces.accountName, account.accountName));
  const [known] = await tx
    .select()
    .from(workspaces)
    .where(and(eq(workspaces.environment, account.environment), or(...sameAccount)))
    .for("update");
  const id = known?.id ?? randomUUID();
  const values = {
    environment: account.environment,
    role: account.role,
    accountName: account.accountName ?? known?.accountName ?? null,
    ampUserId: account.ampUserId ?? known?.ampUserId ?? null,
    tokenCipher: encryptSecret(account.token, id),
    tokenFingerprint,
    isTokenValid: true,
    updatedAt: now(),
  };
  const [row] = known
    ? await tx.update(workspaces).set(values).where(eq(workspaces.id, id)).returning()
    : await tx
        .insert(workspaces)
        .values({ id, ...values, createdAt: now() })
        .returning();
  if (!row) throw new Error("The workspace was not stored.");
  return toWorkspace(row);
}

export async function findWorkspace(workspaceId: string): Promise<Workspace | null> {
  const [row] = await db().select().from(workspaces).where(eq(workspaces.id, workspaceId));
  return row ? toWorkspace(row) : null;
}

/** The AMP token of a workspace, in clear. Callers hand it to the AMP client and keep it nowhere. */
export async function readToken(workspaceId: string): Promise<string | null> {
  const [row] = await db().select().from(workspaces).where(eq(workspaces.id, workspaceId));
  return row ? decryptSecret(row.tokenCipher, row.id) : null;
}

/** Remembers that AMP refused the stored token, so that background work waits for a new sign-in. */
export async function markTokenInvalid(workspaceId: string): Promise<void> {
  await db()
    .update(workspaces)
    .set({ isTokenValid: false, updatedAt: now() })
    .where(eq(workspaces.id, workspaceId));
}

/**
 * Binds a node wallet to a workspace. The unique keys make both directions exclusive.
 * @returns false when the wallet already belongs to another workspace
 */
export async function claimNodeWallet(workspace: Workspace, walletKey: string): Promise<boolean> {
  await db()
    .insert(nodeWallets)
    .values({
      id: randomUUID(),
      workspaceId: workspace.id,
      environment: workspace.environment,
      walletKey,
      createdAt: now(),
    })
    .onConflictDoNothing();
  const [bound] = await db().select().from(nodeWallets).where(eq(nodeWallets.walletKey, walletKey));
  return bound?.workspaceId === workspace.id;
}
