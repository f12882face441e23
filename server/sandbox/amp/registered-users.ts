import { and, eq } from "drizzle-orm";
import { assignments, categoryUsers, registeredUsers, userGaids } from "../db/amp-tables";
import type { SandboxDb } from "../db/client";
import type { Unit } from "../world";
import { type Call, type Handlers, idOf } from "./call";
import { checkGaid } from "./gaid-rules";
import { holdsAnything } from "./holdings";
import { invalid, notFound, refused } from "./refusal";
import {
  findUser,
  findUserByName,
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

async function hasOpenAssignment(db: SandboxDb, userId: number): Promise<boolean> {
  const rows = await db
    .select({ id: assignments.id })
    .from(assignments)
    .where(and(eq(assignments.userId, userId), eq(assignments.isDistributed, false)))
    .limit(1);
  return rows.length > 0;
}

export const registeredUserHandlers = {
  async listRegisteredUsers({ unit, account }) {
    return userViews(unit.db, await issuerUsers(unit.db, account.issuerId));
  },

  async addRegisteredUser({ unit, account, body: { name, isCompany, gaid } }) {
    const { db } = unit;
    await refuseTakenName(db, account.issuerId, name);
    const problem = gaid ? await checkGaid(unit, account.issuerId, gaid) : null;
    if (problem) throw invalid({ GAID: [problem] });
    const values = { issuerId: account.issuerId, name, isCompany, creatorId: account.id };
    const [row] = (await db.insert(registeredUsers).values(values).returning()) as [UserRow];
    if (gaid) await insertGaid(db, row, gaid);
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
    await db.delete(categoryUsers).where(eq(categoryUsers.userId, user.id));
    await db.delete(userGaids).where(eq(userGaids.userId, user.id));
    await db.delete(registeredUsers).where(eq(registeredUsers.id, user.id));
  },
} satisfies Handlers;
