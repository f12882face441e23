import { walletOwner } from "../../ledger/keyring";
import { indexWatchedScripts } from "../../ledger/wallet-index";
import { readAddress } from "../addresses";
import { withChecksum } from "../descriptors";
import { type Method, type WalletContext, walletMethod } from "../method";
import { findOwnScripts } from "../own-scripts";
import type { Params } from "../params";
import { RpcError } from "../port";
import { readRange } from "../ranges";
import { readDescriptor, watch } from "../watching";

/** Following scripts without their keys. Outputs are shown with their amounts: the sandbox can open them all. */
export const importMethods: Record<string, Method> = {
  importaddress: walletMethod({
    params: ["address", "label", "rescan", "p2sh"],
    writes: true,
    run: importAddress,
  }),
  importdescriptors: walletMethod({
    params: ["requests"],
    writes: true,
    run: async (context, params) => {
      if (params.raw(0) === undefined) params.text(0);
      const outcomes: unknown[] = [];
      for (const request of params.list(0)) outcomes.push(await importOne(context, request));
      await indexWatchedScripts(context.db, walletOwner(context.wallet.name));
      return outcomes;
    },
  }),
  importblindingkey: walletMethod({
    params: ["address", "hexkey"],
    writes: true,
    run: async ({ ledger }, params) => {
      const { blindingKey } = readAddress(ledger.network, params.text(0));
      if (!blindingKey) throw new RpcError(-5, "Address is not confidential");
      if (!/^[0-9a-f]{64}$/i.test(params.text(1))) throw new RpcError(-5, "Invalid hexadecimal for key");
      return null;
    },
  }),
  rescanblockchain: walletMethod({
    params: ["start_height", "stop_height"],
    writes: true,
    run: rescan,
  }),
};

async function importAddress({ db, ledger, wallet }: WalletContext, params: Params) {
  const [given, label, isRescan] = [params.text(0), params.text(1, ""), params.truth(2, true)];
  const text = /^(?:[0-9a-f]{2})+$/i.test(given) ? `raw(${given.toLowerCase()})` : `addr(${given})`;
  const descriptor = await readDescriptor(ledger.network, withChecksum(text)).catch(() => {
    throw new RpcError(-5, "Invalid address or script");
  });
  const own = await findOwnScripts(db, wallet.name, [descriptor.scriptAt(0)]);
  if ([...own.values()].some(({ key }) => key)) {
    throw new RpcError(-4, "The wallet already contains the private key for this address or script");
  }
  await watch(db, wallet, { descriptor, range: [0, 0], label, isChange: false });
  if (isRescan) await indexWatchedScripts(db, walletOwner(wallet.name));
  return null;
}

/** Its outcome in the list; only the wallet's own state ends the whole call. */
async function importOne({ db, ledger, wallet }: WalletContext, request: unknown) {
  if (!wallet.hasDescriptors) {
    throw new RpcError(-4, "importdescriptors is not available for non-descriptor wallets");
  }
  try {
    if (typeof request !== "object" || request === null) throw new RpcError(-3, "Expected object");
    const { desc, label = "", range, internal = false, timestamp } = request as Record<string, unknown>;
    if (typeof desc !== "string") throw new RpcError(-8, "Descriptor not found.");
    if (timestamp === undefined) throw new RpcError(-3, "Missing required timestamp field for key");
    if (timestamp !== "now" && typeof timestamp !== "number") {
      throw new RpcError(-3, 'Expected number or "now" timestamp value for key.');
    }
    if (typeof label !== "string" || label.includes("\0")) throw new RpcError(-3, "Invalid label");
    const isChange = internal === true;
    if (isChange && label !== "") throw new RpcError(-8, "Internal addresses should not have a label");
    const descriptor = await readDescriptor(ledger.network, desc);
    if (!descriptor.isRange && range !== undefined) {
      throw new RpcError(-8, "Range should not be specified for an un-ranged descriptor");
    }
    if (wallet.hasPrivateKeys) {
      throw new RpcError(
        -4,
        "Cannot import descriptor without private keys to a wallet with private keys enabled",
      );
    }
    await watch(db, wallet, {
      descriptor,
      range: range === undefined ? [0, 999] : readRange(range),
      ...{ label, isChange },
    });
    const isGuessed = descriptor.isRange && range === undefined;
    const warnings = ["Range not given, using default keypool range"];
    return { success: true, ...(isGuessed && { warnings }) };
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    return { success: false, error: { code: error.code, message: error.message } };
  }
}

async function rescan({ db, ledger, wallet }: WalletContext, params: Params) {
  const { height } = await ledger.tip();
  const [start, stop] = [params.whole(0, 0), params.whole(1, height)];
  if (start < 0 || start > height) throw new RpcError(-8, "Invalid start_height");
  if (stop < 0 || stop > height) throw new RpcError(-8, "Invalid stop_height");
  if (stop < start) throw new RpcError(-8, "stop_height must be greater than start_height");
  await indexWatchedScripts(db, walletOwner(wallet.name));
  return { start_height: start, stop_height: stop };
}
