import type { OutpointRef } from "../../ledger/port";
import { findOutput } from "../../ledger/store";
import { type Method, type WalletContext, walletMethod } from "../method";
import { isInt32, type Params, readHash } from "../params";
import { RpcError } from "../port";
import { deleteLocks, insertLock, listLockedCoins, touchesWallet } from "../store";

/** Coins that a wallet is told not to spend. */
export const lockMethods: Record<string, Method> = {
  lockunspent: walletMethod({
    params: ["unlock", "transactions", "persistent"],
    writes: true,
    run: lockUnspent,
  }),
  listlockunspent: walletMethod({
    params: [],
    run: async ({ db, wallet }) =>
      (await listLockedCoins(db, wallet.name)).map(({ txid, vout }) => ({ txid, vout })),
  }),
};

async function lockUnspent({ db, wallet }: WalletContext, params: Params) {
  const isUnlock = params.truth(0);
  const isPersistent = params.truth(2, false);
  if (params.raw(1) === undefined) {
    if (isUnlock) await deleteLocks(db, wallet.name);
    return true;
  }
  const locked = await listLockedCoins(db, wallet.name);
  for (const entry of params.list(1)) {
    const outpoint = readOutpoint(entry);
    await assertHeld(db, wallet.name, outpoint);
    const lock = locked.find(({ txid, vout }) => txid === outpoint.txid && vout === outpoint.vout);
    if (isUnlock && !lock) throw new RpcError(-8, "Invalid parameter, expected locked output");
    // A lock may be made persistent afterwards.
    if (!isUnlock && lock && !isPersistent) {
      throw new RpcError(-8, "Invalid parameter, output already locked");
    }
    if (isUnlock) await deleteLocks(db, wallet.name, outpoint);
    else await insertLock(db, wallet.name, outpoint, isPersistent);
  }
  return true;
}

function readOutpoint(entry: unknown): OutpointRef {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
    throw new RpcError(-3, "JSON value of type string is not of expected type object");
  }
  const { txid, vout } = entry as Record<string, unknown>;
  if (typeof txid !== "string") throw new RpcError(-3, "Missing txid");
  if (typeof vout !== "number") throw new RpcError(-3, "Missing vout");
  if (!Number.isInteger(vout) || vout < 0)
    throw new RpcError(-8, "Invalid parameter, vout cannot be negative");
  if (!isInt32(vout)) throw new RpcError(-8, "Invalid parameter, vout index out of bounds");
  return { txid: readHash(txid, "txid"), vout };
}

async function assertHeld(db: WalletContext["db"], wallet: string, outpoint: OutpointRef): Promise<void> {
  if (!(await touchesWallet(db, wallet, outpoint.txid))) {
    throw new RpcError(-8, "Invalid parameter, unknown transaction");
  }
  const output = await findOutput(db, outpoint);
  if (!output) throw new RpcError(-8, "Invalid parameter, vout index out of bounds");
  if (output.spentByTxid !== null) throw new RpcError(-8, "Invalid parameter, expected unspent output");
}
