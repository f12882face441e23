import { issuerAssets } from "./asset-store";
import type { Handlers } from "./call";
import { checkGaid, validationProblem } from "./gaid-rules";
import { balancesOf } from "./holdings";
import { notFound, refused } from "./refusal";
import { findUserByGaid, gaidsOfUser, insertGaid, setDefault } from "./registered-user-store";
import { userOfPath, viewUser } from "./registered-users";

export const gaidHandlers = {
  listUserGaids: async (call) => gaidsOfUser(call.unit.db, (await userOfPath(call)).id),

  async addUserGaid(call) {
    const user = await userOfPath(call);
    const problem = await checkGaid(call.unit, user.issuerId, call.body);
    if (problem) throw refused(problem);
    await insertGaid(call.unit.db, user, call.body);
  },

  async setDefaultGaid(call) {
    const user = await userOfPath(call);
    const own = await gaidsOfUser(call.unit.db, user.id);
    if (!own.includes(call.body)) throw refused("The GAID does not belong to this registered user.");
    await setDefault(call.unit.db, user.id, call.body);
  },

  async validateGaid({ unit, params: { gaid = "" } }) {
    const error = await validationProblem(unit, gaid);
    return error === null ? { isValid: true } : { isValid: false, error };
  },

  async getGaidAddress({ unit, params: { gaid = "" } }) {
    const error = await validationProblem(unit, gaid);
    return error === null ? { address: await unit.ledger.nextGaidAddress(gaid) } : { address: "", error };
  },

  async getGaidUser({ unit, account, params: { gaid = "" } }) {
    const user = await findUserByGaid(unit.db, account.issuerId, gaid);
    if (!user) throw notFound();
    return viewUser(unit, user);
  },

  async listGaidBalances({ unit, account, params: { gaid = "" } }) {
    const balances = await balancesOf(unit.db, [gaid]);
    const assets = await issuerAssets(unit.db, account.issuerId);
    return assets.map(({ uuid, assetId }) => ({
      assetUuid: uuid,
      assetId,
      balance: balances.get(uuid) ?? 0n,
    }));
  },

  async getGaidBalance({ unit, asset, params: { gaid = "" } }) {
    const balances = await balancesOf(unit.db, [gaid]);
    return { assetUuid: asset.uuid, assetId: asset.assetId, balance: balances.get(asset.uuid) ?? 0n };
  },
} satisfies Handlers;
