import { issuerAssets } from "./asset-store";
import type { Handlers } from "./call";
import { checkExists, checkGaid, openWallet, validationProblem } from "./gaid-rules";
import { balancesOf } from "./holdings";
import { notFound, refused } from "./refusal";
import { findUserByGaid, gaidsOfUser, insertGaid, setDefault } from "./registered-user-store";
import { userOfPath, viewUser } from "./registered-users";

const gaidOf = ({ params }: { params: Record<string, string> }) => params.gaid ?? "";

export const gaidHandlers = {
  listUserGaids: async (call) => gaidsOfUser(call.unit.db, (await userOfPath(call)).id),

  async addUserGaid(call) {
    const user = await userOfPath(call);
    const problem = await checkGaid(call, user.issuerId, call.body);
    if (problem) throw refused(problem);
    await openWallet(call.unit, call.body);
    await insertGaid(call.unit.db, user, call.body);
  },

  async setDefaultGaid(call) {
    const user = await userOfPath(call);
    const own = await gaidsOfUser(call.unit.db, user.id);
    if (!own.includes(call.body)) throw refused("The GAID does not belong to this registered user.");
    await setDefault(call.unit.db, user.id, call.body);
  },

  async validateGaid(call) {
    const error = await validationProblem(call, gaidOf(call));
    return error === null ? { isValid: true } : { isValid: false, error };
  },

  async getGaidAddress(call) {
    const gaid = gaidOf(call);
    const error = await validationProblem(call, gaid);
    if (error !== null) return { address: "", error };
    await openWallet(call.unit, gaid);
    return { address: await call.unit.ledger.nextGaidAddress(gaid) };
  },

  async getGaidUser(call) {
    const gaid = gaidOf(call);
    await checkExists(call, gaid);
    const user = await findUserByGaid(call.unit.db, call.account.issuerId, gaid);
    if (!user) throw notFound();
    return viewUser(call.unit, user);
  },

  async listGaidBalances(call) {
    const { unit, account } = call;
    const gaid = gaidOf(call);
    await checkExists(call, gaid);
    const balances = await balancesOf(unit.db, [gaid]);
    const assets = await issuerAssets(unit.db, account.issuerId);
    return assets.map(({ uuid, assetId }) => ({
      assetUuid: uuid,
      assetId,
      balance: balances.get(uuid) ?? 0n,
    }));
  },

  async getGaidBalance(call) {
    const { unit, asset } = call;
    const gaid = gaidOf(call);
    await checkExists(call, gaid);
    const balances = await balancesOf(unit.db, [gaid]);
    return { assetUuid: asset.uuid, assetId: asset.assetId, balance: balances.get(asset.uuid) ?? 0n };
  },
} satisfies Handlers;
