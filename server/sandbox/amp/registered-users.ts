import { and, eq } from "drizzle-orm";
import { assets, assignments, registeredUsers } from "../db/amp-tables";
import type { SandboxDb } from "../db/client";
import type { Unit } from "../world";
import { issuerAssets } from "./asset-store";
import { type Call, type Handlers, idOf } from "./call";
import { checkGaid, openWallet } from "./gaid-rules";
import { balancesOf } from "./holdings";
import { invalid, notFound, refused } from "./refusal";
import {
  deleteUser,
  findUser,
  findUserByName,
  gaidsOfUser,
  insertGaid,
  issuerUsers,
  type UserRow,
  userViews,
} from "./registered-user-store";

type UserCall = Pick<Call<"getRegisteredUser">, "unit" | "account" | "params">;

/** The user of the path. @throws AmpRefusal 404 */
export async function userOfPath(call: UserCall): Promise<UserRow> {
  const user = await findUser(call.unit.db, call.account.issuerId, idOf(call, "registeredUserId"));
  if (!user) throw notFound();
  return user;
}

export async function viewUser({ db }: Pick<Unit, "db">, row: UserRow) {
  const [user] = await userViews(db, [row]);
  if (!user) throw notFound();
  return user;
}

async function refuseTakenName(db: SandboxDb, issuerId: number, name: string, ownId?: number): Promise<void> {
  const taken = await findUserByName(db, issuerId, name);
  if (taken && taken.id !== ownId)
    throw invalid({ name: ["A registered user with this name already exists."] });
}

/** Assignments of a deleted asset are out of everybody's reach and keep nobody. */
async function hasOpenAssignment(db: SandboxDb, userId: number): Promise<boolean> {
  const { isDistributed } = assignments;
  const rows = await db
    .select({ id: assignments.id })
    .from(assignments)
    .innerJoin(assets, eq(assets.uuid, assignments.assetUuid))
    .where(and(eq(assignments.userId, userId), eq(isDistributed, false), eq(assets.isDeleted, false)))
    .limit(1);
  return rows.length > 0;
}

/** Of this issuer's assets; a GAID may hold those of others too. */
async function holdsAnything(db: SandboxDb, user: UserRow): Promise<boolean> {
  const balances = await balancesOf(db, await gaidsOfUser(db, user.id));
  const own = await issuerAssets(db, user.issuerId);
  return own.some(({ uuid }) => (balances.get(uuid) ?? 0n) > 0n);
}

export const registeredUserHandlers = {
  async listRegisteredUsers({ unit, account }) {
    return userViews(unit.db, await issuerUsers(unit.db, account.issuerId));
  },

  async addRegisteredUser(call) {
    const { unit, account } = call;
    const { name, isCompany, gaid } = call.body;
    const { db } = unit;
    await refuseTakenName(db, account.issuerId, name);
    const problem = gaid ? await checkGaid(call, account.issuerId, gaid) : null;
    if (problem) throw invalid({ GAID: [problem] });
    const values = { issuerId: account.issuerId, name, isCompany, creatorId: account.id };
    const [row] = (await db.insert(registeredUsers).values(values).returning()) as [UserRow];
    if (gaid) {
      await openWallet(unit, gaid);
      await insertGaid(db, row, gaid);
    }
    return viewUser(unit, { ...row, defaultGaid: gaid || null });
  },

  getRegisteredUser: async (call) => viewUser(call.unit, await userOfPath(call)),

  async editRegisteredUser(call) {
    const user = await userOfPath(call);
    const { name } = call.body;
    const { db } = call.unit;
    await refuseTakenName(db, user.issuerId, name, user.id);
    await db.update(registeredUsers).set({ name }).where(eq(registeredUsers.id, user.id));
    return viewUser(call.unit, { ...user, name });
  },

  async deleteRegisteredUser(call) {
    const user = await userOfPath(call);
    const { db } = call.unit;
    if (await hasOpenAssignment(db, user.id))
      throw refused("The registered user has an assignment that is not distributed yet.");
    if (await holdsAnything(db, user)) throw refused("The registered user holds a balance of an asset.");
    await deleteUser(db, user);
  },
} satisfies Handlers;
