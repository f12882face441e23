import type { SandboxDb } from "../db/client";
import { createOwner, walletOwner } from "../ledger/keyring";
import type { LiquidNetwork } from "../ledger/port";
import { getAddressInfo, newAddress } from "./addresses";
import { listUnspent } from "./coins";
import { hashPassphrase } from "./passphrase";
import { type NodeWallets, RpcError } from "./port";
import { fund, sendMany } from "./sending";
import { findWallet, insertWallet, loadedWallets, type NewWallet, type WalletRow } from "./store";
import { getTransaction } from "./wallet-transaction";

/** The node's wallets over one open transaction of the database. */
export function createNodeWallets(db: SandboxDb, network: LiquidNetwork): NodeWallets {
  return {
    walletNames: () => loadedWallets(db),
    createWallet: (name, { passphrase } = {}) => createWallet(db, name, { passphrase }),
    getNewAddress: (wallet, label) => newAddress(db, network, wallet, { label }),
    getAddressInfo: (wallet, address) => getAddressInfo(db, network, wallet, address),
    sendMany: (wallet, request) => sendMany(db, network, wallet, request),
    listUnspent: (wallet, options) => listUnspent(db, wallet, options),
    getTransaction: (wallet, txid) => getTransaction(db, wallet, txid),
    fund: (wallet, amountSats) => fund(db, network, wallet, amountSats),
  };
}

export interface WalletOptions extends Partial<Omit<NewWallet, "name" | "passphraseHash">> {
  /** Encrypts the wallet; empty or absent leaves it open. */
  passphrase?: string;
}

/** @throws RpcError -4 when a wallet of that name exists */
export async function createWallet(
  db: SandboxDb,
  name: string,
  { passphrase = "", ...options }: WalletOptions = {},
): Promise<void> {
  if (await findWallet(db, name)) {
    throw new RpcError(
      -4,
      `Wallet file verification failed. Failed to create database path '${walletPath(name)}'. Database already exists.`,
    );
  }
  const passphraseHash = passphrase === "" ? null : hashPassphrase(passphrase);
  await insertWallet(db, { name, passphraseHash, ...options });
  await createOwner(db, walletOwner(name));
}

/** Where a wallet would lie if the node kept files: its errors name the place. */
export const walletPath = (name: string): string => `/sandbox/wallets/${name}`;

/**
 * The wallet that a request means: the one in the path, or the only one loaded.
 * @throws RpcError -18 unknown or none loaded, -19 several and none named
 */
export async function selectWallet(db: SandboxDb, name: string | null): Promise<WalletRow> {
  const loaded = await loadedWallets(db);
  if (name === null && loaded.length > 1) {
    throw new RpcError(
      -19,
      "Multiple wallets are loaded. Please select which wallet to use by requesting the RPC through the /wallet/<walletname> URI path.",
    );
  }
  const chosen = name ?? loaded[0];
  const wallet = chosen !== undefined && loaded.includes(chosen) ? await findWallet(db, chosen) : null;
  if (wallet) return wallet;
  throw new RpcError(
    -18,
    name === null
      ? "No wallet is loaded. Load a wallet using loadwallet or create a new one with createwallet. (Note: A default wallet is no longer automatically created)"
      : "Requested wallet does not exist or is not loaded",
  );
}
