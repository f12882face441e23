import { and, asc, eq } from "drizzle-orm";
import { accounts, managerAssets } from "../db/amp-tables";
import type { Unit } from "../world";
import { type Account, type AccountRow, changePassword, createAccount } from "./accounts";
import { grantsOf } from "./asset-store";
import { type Call, type Handlers, idOf } from "./call";
import { notFound, refused } from "./refusal";

type ManagerCall = Pick<Call<"getManager">, "unit" | "account" | "params">;

async function find({ unit, account, params }: ManagerCall): Promise<AccountRow> {
  const [row] = await unit.db
    .select()
    .from(accounts)
    .where(and(eq(accounts.id, idOf({ params }, "managerId")), eq(accounts.managerOf, account.issuerId)));
  if (!row) throw notFound();
  return row;
}

async function views({ db }: Unit, rows: AccountRow[]) {
  const grants = await grantsOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map(({ username, id, isLocked }) => ({ username, id, isLocked, assets: grants.get(id) ?? [] }));
}

async function view(unit: Unit, row: AccountRow) {
  const [manager] = await views(unit, [row]);
  if (!manager) throw notFound();
  return manager;
}

const managersOf = ({ db }: Unit, { issuerId }: Account): Promise<AccountRow[]> =>
  db.select().from(accounts).where(eq(accounts.managerOf, issuerId)).orderBy(asc(accounts.id));

async function setLock(call: ManagerCall, isLocked: boolean) {
  const row = await find(call);
  await call.unit.db.update(accounts).set({ isLocked }).where(eq(accounts.id, row.id));
  return view(call.unit, { ...row, isLocked });
}

export const managerHandlers = {
  listManagers: async ({ unit, account }) => views(unit, await managersOf(unit, account)),

  async createManager({ unit, env, account, body }) {
    if (env.switches.oneManager && (await managersOf(unit, account)).length > 0)
      throw refused("There can be only one manager per issuer.");
    return view(unit, await createAccount(unit.db, { ...body, managerOf: account.issuerId, isLocked: true }));
  },

  async getOwnManager({ unit, account }) {
    return view(unit, await find({ unit, account, params: { managerId: String(account.id) } }));
  },

  getManager: async (call) => view(call.unit, await find(call)),
  lockManager: (call) => setLock(call, true),
  unlockManager: (call) => setLock(call, false),

  async changeManagerPassword(call) {
    const { id, username } = await find(call);
    const { password } = call.body;
    return { username, password, token: await changePassword(call.unit.db, id, password) };
  },

  async addManagerAsset(call) {
    const row = await find(call);
    const grant = { managerId: row.id, assetUuid: call.asset.uuid };
    await call.unit.db.insert(managerAssets).values(grant).onConflictDoNothing();
    return view(call.unit, row);
  },

  async removeManagerAsset(call) {
    const row = await find(call);
    await call.unit.db
      .delete(managerAssets)
      .where(and(eq(managerAssets.managerId, row.id), eq(managerAssets.assetUuid, call.asset.uuid)));
    return view(call.unit, row);
  },
} satisfies Handlers;
