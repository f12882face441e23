import { randomUUID } from "node:crypto";
import { and, eq, isNull, ne, notLike, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { EnvironmentName, Role } from "@/lib/domain/actor";
import { type Db, db, prepared } from "@/server/db/client";
import { LOCKS } from "@/server/db/locks";
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

/** With whether AMP had refused the token it had before. */
export interface SavedWorkspace extends Workspace {
  wasRefused: boolean;
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

interface Account {
  environment: EnvironmentName;
  role: Role;
  accountName: string | null;
  ampUserId: number | null;
  token: string;
}

/**
 * The workspace of an AMP account: found by its name, its token or its AMP user id, made when it is new. The token
 * replaces the stored one, because AMP knows one valid token per account.
 */
export async function saveWorkspace(tx: Db, account: Account): Promise<SavedWorkspace> {
  // Two first sign-ins of one account at the same moment would both find nothing.
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCKS.account}, hashtext(${account.environment}))`);
  const tokenFingerprint = fingerprint(account.token);
  const known = await findSameAccount(tx, account, tokenFingerprint);
  const id = known?.id ?? randomUUID();
  await takeTokenFromOthers(tx, account.environment, tokenFingerprint, id);
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
  return { ...toWorkspace(row), wasRefused: known?.isTokenValid === false };
}

/** By name before token before user id; a user id never joins two different names. */
async function findSameAccount(tx: Db, account: Account, tokenFingerprint: string): Promise<Row | undefined> {
  const { environment, role, accountName, ampUserId } = account;
  const isSame = or(
    eq(workspaces.tokenFingerprint, tokenFingerprint),
    accountName === null ? undefined : eq(workspaces.accountName, accountName),
    ampUserId === null ? undefined : and(eq(workspaces.role, role), eq(workspaces.ampUserId, ampUserId)),
  );
  const rows = await tx
    .select()
    .from(workspaces)
    .where(and(eq(workspaces.environment, environment), isSame))
    .for("update");
  return (
    rows.find((row) => accountName !== null && row.accountName === accountName) ??
    rows.find((row) => row.tokenFingerprint === tokenFingerprint) ??
    rows.find((row) => accountName === null || row.accountName === null)
  );
}

/** Begins the fingerprint of a workspace that turned out to be another one. */
const TAKEN = "taken:";

/**
 * A token alone may have made a workspace before AMP told whose token it is. It turned out to be another
 * workspace's account, so the token leaves that one, with its sessions.
 */
async function takeTokenFromOthers(tx: Db, environment: string, tokenFingerprint: string, id: string) {
  await tx
    .update(workspaces)
    .set({ tokenFingerprint: sql`${TAKEN} || ${workspaces.id}`, isTokenValid: false, updatedAt: now() })
    .where(
      and(
        eq(workspaces.environment, environment),
        eq(workspaces.tokenFingerprint, tokenFingerprint),
        ne(workspaces.id, id),
      ),
    );
}

export async function findWorkspaceNamed(
  environment: EnvironmentName,
  accountName: string,
): Promise<Workspace | null> {
  const [row] = await db()
    .select()
    .from(workspaces)
    .where(and(eq(workspaces.environment, environment), eq(workspaces.accountName, accountName)));
  return row ? toWorkspace(row) : null;
}

export async function findWorkspace(workspaceId: string): Promise<Workspace | null> {
  const [row] = await db().select().from(workspaces).where(eq(workspaces.id, workspaceId));
  return row ? toWorkspace(row) : null;
}

/** The workspaces of the same environment, this one among them: a part of a statement. */
export const workspacesBeside = (workspaceId: string) => {
  const own = db()
    .select({ environment: workspaces.environment })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId));
  return db().select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.environment, own));
};

const areManagers = (environment: EnvironmentName) =>
  and(eq(workspaces.environment, environment), eq(workspaces.role, "manager"));

/** Those in which a manager of the environment signs in: a part of a statement. */
export const workspacesOfManager = (environment: EnvironmentName, managerId: number) =>
  db()
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(and(areManagers(environment), eq(workspaces.ampUserId, managerId)));

/** Those in which these managers sign in, as far as they ever did. A world begun anew gives a number to somebody else. */
export async function workspacesOfManagers(
  environment: EnvironmentName,
  managers: readonly { id: number; username: string }[],
): Promise<{ id: string; managerName: string }[]> {
  if (managers.length === 0) return [];
  const isOne = ({ id, username }: { id: number; username: string }) =>
    and(
      eq(workspaces.ampUserId, id),
      or(isNull(workspaces.accountName), eq(workspaces.accountName, username)),
    );
  const rows = await db()
    .select({ id: workspaces.id, ampUserId: workspaces.ampUserId })
    .from(workspaces)
    .where(and(areManagers(environment), or(...managers.map(isOne))));
  const names = new Map(managers.map(({ id, username }) => [id, username]));
  return rows.map(({ id, ampUserId }) => ({ id, managerName: names.get(ampUserId ?? -1) ?? "" }));
}

/** The other ones that may be one issuer's with this: a manager's may be anybody's, two issuers of two names are two. */
export async function perhapsOfSameIssuer(workspaceId: string): Promise<string[]> {
  const own = alias(workspaces, "own");
  const areTwoIssuers = and(
    eq(own.role, "issuer"),
    eq(workspaces.role, "issuer"),
    ne(own.accountName, workspaces.accountName),
  );
  const rows = await db()
    .select({ id: workspaces.id })
    .from(workspaces)
    .innerJoin(own, and(eq(own.environment, workspaces.environment), ne(own.id, workspaces.id)))
    .where(and(eq(own.id, workspaceId), sql`(${areTwoIssuers}) is not true`));
  return rows.map(({ id }) => id);
}

export const listWorkspaces = async (): Promise<Workspace[]> =>
  (await db().select().from(workspaces).orderBy(workspaces.createdAt)).map(toWorkspace);

/** The AMP token of a workspace, in clear. Callers hand it to the AMP client and keep it nowhere. */
export async function readToken(workspaceId: string): Promise<string | null> {
  const [row] = await tokenOf().execute({ workspaceId });
  return row ? decryptSecret(row.tokenCipher, row.id) : null;
}

const tokenOf = prepared((over) =>
  over
    .select({ id: workspaces.id, tokenCipher: workspaces.tokenCipher })
    .from(workspaces)
    .where(eq(workspaces.id, sql.placeholder("workspaceId")))
    .prepare("workspace_token"),
);

/**
 * The same, and until `tx` ends nobody else changes it: a refusal of this token that comes meanwhile is judged against
 * the one that `storeToken` puts in its place. Rows that only refer to the workspace are not held up.
 */
export async function holdToken(tx: Db, workspaceId: string): Promise<string | null> {
  const [row] = await tx.select().from(workspaces).where(eq(workspaces.id, workspaceId)).for("no key update");
  return row?.isTokenValid ? decryptSecret(row.tokenCipher, row.id) : null;
}

/** Replaces the token of a workspace. */
export async function storeToken(tx: Db, workspaceId: string, token: string): Promise<void> {
  await tx
    .update(workspaces)
    .set({
      tokenCipher: encryptSecret(token, workspaceId),
      tokenFingerprint: fingerprint(token),
      isTokenValid: true,
      updatedAt: now(),
    })
    .where(eq(workspaces.id, workspaceId));
}

/**
 * Remembers that AMP refused the stored token, so that background work waits for a new sign-in.
 * @returns false when another token has been stored since: the refusal says nothing about that one
 */
export async function markTokenInvalid(tx: Db, workspaceId: string, refused: string): Promise<boolean> {
  const marked = await tx
    .update(workspaces)
    .set({ isTokenValid: false, updatedAt: now() })
    .where(and(eq(workspaces.id, workspaceId), eq(workspaces.tokenFingerprint, fingerprint(refused))))
    .returning({ id: workspaces.id });
  return marked.length > 0;
}

/**
 * Since when AMP has refused the stored token; null: it has not, or the workspace is gone, or it turned out to be another
 * one, where people sign in.
 */
export async function refusedSince(workspaceId: string): Promise<Date | null> {
  const [row] = await db()
    .select({ since: workspaces.updatedAt })
    .from(workspaces)
    .where(
      and(
        eq(workspaces.id, workspaceId),
        eq(workspaces.isTokenValid, false),
        notLike(workspaces.tokenFingerprint, `${TAKEN}%`),
      ),
    );
  return row?.since ?? null;
}

/** The wallet a workspace uses, without credentials; null before its first use. */
export async function boundWallet(workspaceId: string): Promise<string | null> {
  const [row] = await db().select().from(nodeWallets).where(eq(nodeWallets.workspaceId, workspaceId));
  return row?.walletKey ?? null;
}

/**
 * Binds the configured node wallet to a workspace; another address of the configuration takes the place of an earlier
 * one. The unique keys make both directions exclusive.
 * @returns false when the wallet belongs to another workspace
 */
export async function claimNodeWallet(workspace: Workspace, walletKey: string): Promise<boolean> {
  const [bound] = await db().select().from(nodeWallets).where(eq(nodeWallets.walletKey, walletKey));
  if (bound) return bound.workspaceId === workspace.id;
  const binding = { workspaceId: workspace.id, environment: workspace.environment, walletKey };
  await db()
    .insert(nodeWallets)
    .values({ id: randomUUID(), ...binding, createdAt: now() })
    .onConflictDoNothing();
  // Moves an earlier binding unless somebody took the wallet in this very moment.
  const isFree = sql`not exists (select 1 from ${nodeWallets} as taken where taken.wallet_key = ${walletKey})`;
  await db()
    .update(nodeWallets)
    .set({ walletKey })
    .where(and(eq(nodeWallets.workspaceId, workspace.id), isFree));
  return (await boundWallet(workspace.id)) === walletKey;
}
