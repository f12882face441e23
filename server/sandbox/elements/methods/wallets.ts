import { LosslessNumber } from "lossless-json";
import { z } from "zod";
import { WalletInfo } from "@/lib/contracts/elements";
import { amountMap } from "../amounts";
import { assetLabels } from "../asset-labels";
import { balancesOf } from "../balances";
import { type Method, type NodeContext, nodeMethod, type WalletContext, walletMethod } from "../method";
import type { Params } from "../params";
import { isLocked } from "../passphrase";
import { RpcError } from "../port";
import {
  countTransactions,
  findWallet,
  forgetLocks,
  listWallets,
  loadedWallets,
  updateWallet,
} from "../store";
import { createWallet, selectWallet, walletPath } from "../wallets";
import { scriptsOf } from "../watching";

/** Longer names would be no file names. */
const LONGEST_NAME = 255;
const KEYS_AHEAD = 4000;

/** Wallets as a whole: made, loaded, described. */
export const walletsMethods: Record<string, Method> = {
  listwallets: nodeMethod({ params: [], run: ({ db }) => loadedWallets(db) }),
  listwalletdir: nodeMethod({
    params: [],
    run: async ({ db }) => ({ wallets: (await listWallets(db)).map((name) => ({ name })) }),
  }),
  createwallet: nodeMethod({
    params: [
      "wallet_name",
      "disable_private_keys",
      "blank",
      "passphrase",
      "avoid_reuse",
      "descriptors",
      "load_on_startup",
      "external_signer",
    ],
    writes: true,
    run: create,
  }),
  loadwallet: nodeMethod({ params: ["filename", "load_on_startup"], writes: true, run: load }),
  unloadwallet: nodeMethod({ params: ["wallet_name", "load_on_startup"], writes: true, run: unload }),
  getwalletinfo: walletMethod({ params: [], run: walletInfo }),
};

async function create({ db }: NodeContext, params: Params) {
  const name = params.text(0);
  const passphrase = params.text(3, "");
  const isOpen = params.raw(3) === "";
  const hasPrivateKeys = !params.truth(1, false);
  if (name.length > LONGEST_NAME) {
    throw new RpcError(-4, "Wallet file verification failed. The wallet's name is too long.");
  }
  if (params.truth(7, false)) {
    throw new RpcError(-4, "Compiled without external signing support (required for external signing)");
  }
  if (!hasPrivateKeys && passphrase !== "") {
    throw new RpcError(
      -4,
      "Passphrase provided but private keys are disabled. A passphrase is only used to encrypt private keys, so cannot be used for wallets with private keys disabled.",
    );
  }
  params.truth(6, true);
  await createWallet(db, name, {
    passphrase,
    hasPrivateKeys,
    isBlank: params.truth(2, false),
    avoidsReuse: params.truth(4, false),
    hasDescriptors: params.truth(5, true),
  });
  const warnings = ["Empty string given as passphrase, wallet will not be encrypted."];
  return { name, ...(isOpen && { warnings }) };
}

async function load({ db }: NodeContext, params: Params) {
  const name = params.text(0);
  params.truth(1, true);
  const wallet = await findWallet(db, name);
  if (!wallet) {
    throw new RpcError(
      -18,
      `Wallet file verification failed. Failed to load database path '${walletPath(name)}'. Path does not exist.`,
    );
  }
  if (wallet.isLoaded) throw new RpcError(-35, `Wallet "${name}" is already loaded.`);
  await updateWallet(db, name, { isLoaded: true });
  return { name };
}

/** The wallet in the path or in the argument; both may be given when they are the same. */
async function unload({ db, walletName }: NodeContext, params: Params) {
  const named = params.raw(0) === undefined && walletName !== null ? walletName : params.text(0);
  if (walletName !== null && named !== walletName) {
    throw new RpcError(-8, "The RPC endpoint wallet and the wallet name parameter specify different wallets");
  }
  const { name } = await selectWallet(db, named);
  await updateWallet(db, name, { isLoaded: false, unlockedUntil: null });
  await forgetLocks(db, name);
  return {};
}

async function walletInfo({ db, ledger, wallet, facts }: WalletContext) {
  const { trusted, pending } = await balancesOf(db, wallet.name, { which: scriptsOf(wallet) });
  const labels = await assetLabels(db, facts);
  const { hash, height } = await ledger.tip();
  const core = {
    walletname: wallet.name,
    ...(wallet.passphraseHash && { unlocked_until: unlockedUntil(wallet) }),
  };
  const keys = wallet.hasPrivateKeys && !wallet.isBlank ? KEYS_AHEAD : 0;
  return {
    ...z.encode(WalletInfo, core),
    walletversion: 169_900,
    format: wallet.hasDescriptors ? "sqlite" : "bdb",
    balance: amountMap(trusted, facts.policyAsset, { labels }),
    unconfirmed_balance: amountMap(pending, facts.policyAsset, { labels }),
    immature_balance: amountMap(new Map(), facts.policyAsset),
    txcount: await countTransactions(db, wallet.name),
    keypoolsize: keys,
    keypoolsize_hd_internal: keys,
    paytxfee: new LosslessNumber("0.00000000"),
    private_keys_enabled: wallet.hasPrivateKeys,
    avoid_reuse: wallet.avoidsReuse,
    scanning: false,
    descriptors: wallet.hasDescriptors,
    external_signer: false,
    blank: wallet.isBlank,
    birthtime: Math.floor(wallet.createdAt.getTime() / 1000),
    lastprocessedblock: { hash, height },
  };
}

const unlockedUntil = (wallet: WalletContext["wallet"]): number =>
  isLocked(wallet) || !wallet.unlockedUntil ? 0 : Math.floor(wallet.unlockedUntil.getTime() / 1000);
