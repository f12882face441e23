import { LosslessNumber } from "lossless-json";
import { z } from "zod";
import { WalletInfo } from "@/lib/contracts/elements";
import { now } from "@/server/platform/clock";
import { walletOwner } from "../../ledger/keyring";
import { txidsOf } from "../../ledger/store";
import { amountMap } from "../amounts";
import { balancesOf } from "../balances";
import { type Method, nodeMethod, type WalletContext, walletMethod } from "../method";
import type { Params } from "../params";
import { hashPassphrase, isLocked, matchesPassphrase } from "../passphrase";
import { RpcError } from "../port";
import { findWallet, loadedWallets, updateWallet } from "../store";

const LONGEST_UNLOCK_SECONDS = 100_000_000;

/** Wallets as a whole: made, loaded, encrypted, locked. */
export const walletsMethods: Record<string, Method> = {
  listwallets: nodeMethod({ params: [], run: ({ db }) => loadedWallets(db) }),
  createwallet: nodeMethod({
    params: ["wallet_name", "disable_private_keys", "blank", "passphrase", "avoid_reuse", "descriptors"],
    writes: true,
    run: async ({ node }, params) => {
      const name = params.text(0);
      await node.createWallet(name, { passphrase: params.text(3, "") });
      return { name };
    },
  }),
  loadwallet: nodeMethod({
    params: ["filename"],
    writes: true,
    run: async ({ db }, params) => {
      const name = params.text(0);
      const wallet = await findWallet(db, name);
      if (!wallet) {
        throw new RpcError(
          -18,
          `Wallet file verification failed. Failed to load database path '${name}'. Path does not exist.`,
        );
      }
      if (wallet.isLoaded) throw new RpcError(-35, `Wallet "${name}" is already loaded.`);
      await updateWallet(db, name, { isLoaded: true });
      return { name };
    },
  }),
  unloadwallet: walletMethod({
    params: ["wallet_name"],
    writes: true,
    run: async ({ db, wallet }) => {
      await updateWallet(db, wallet.name, { isLoaded: false, unlockedUntil: null });
      return {};
    },
  }),
  getwalletinfo: walletMethod({ params: [], run: walletInfo }),
  encryptwallet: walletMethod({
    params: ["passphrase"],
    writes: true,
    run: async ({ db, wallet }, params) => {
      if (wallet.passphraseHash) {
        throw new RpcError(-15, "Error: running with an encrypted wallet, but encryptwallet was called.");
      }
      const passphraseHash = hashPassphrase(requirePassphrase(params));
      await updateWallet(db, wallet.name, { passphraseHash, unlockedUntil: null });
      return "wallet encrypted; The keypool has been flushed and a new HD seed was generated. You need to make a new backup with the backupwallet RPC.";
    },
  }),
  walletpassphrase: walletMethod({
    params: ["passphrase", "timeout"],
    writes: true,
    run: async ({ db, wallet }, params) => {
      if (!wallet.passphraseHash) {
        throw new RpcError(
          -15,
          "Error: running with an unencrypted wallet, but walletpassphrase was called.",
        );
      }
      const seconds = params.whole(1);
      if (seconds < 0) throw new RpcError(-8, "Timeout cannot be negative.");
      if (!matchesPassphrase(requirePassphrase(params), wallet.passphraseHash)) {
        throw new RpcError(-14, "Error: The wallet passphrase entered was incorrect.");
      }
      const unlockedUntil = new Date(now().getTime() + Math.min(seconds, LONGEST_UNLOCK_SECONDS) * 1000);
      await updateWallet(db, wallet.name, { unlockedUntil });
      return null;
    },
  }),
  walletlock: walletMethod({
    params: [],
    writes: true,
    run: async ({ db, wallet }) => {
      if (!wallet.passphraseHash) {
        throw new RpcError(-15, "Error: running with an unencrypted wallet, but walletlock was called.");
      }
      await updateWallet(db, wallet.name, { unlockedUntil: null });
      return null;
    },
  }),
};

function requirePassphrase(params: Params): string {
  const passphrase = params.text(0);
  if (passphrase === "") throw new RpcError(-8, "passphrase cannot be empty");
  return passphrase;
}

async function walletInfo({ db, ledger, wallet, facts }: WalletContext) {
  const { trusted, pending } = await balancesOf(db, wallet.name);
  const { hash, height } = await ledger.tip();
  const core = {
    walletname: wallet.name,
    ...(wallet.passphraseHash && { unlocked_until: unlockedUntil(wallet) }),
  };
  return {
    ...z.encode(WalletInfo, core),
    walletversion: 169_900,
    format: "sqlite",
    balance: amountMap(trusted, facts.policyAsset),
    unconfirmed_balance: amountMap(pending, facts.policyAsset),
    immature_balance: amountMap(new Map(), facts.policyAsset),
    txcount: (await txidsOf(db, walletOwner(wallet.name))).length,
    keypoolsize: 4000,
    keypoolsize_hd_internal: 4000,
    paytxfee: new LosslessNumber("0.00000000"),
    private_keys_enabled: true,
    avoid_reuse: false,
    scanning: false,
    descriptors: true,
    external_signer: false,
    blank: false,
    birthtime: Math.floor(wallet.createdAt.getTime() / 1000),
    lastprocessedblock: { hash, height },
  };
}

const unlockedUntil = (wallet: WalletContext["wallet"]): number =>
  isLocked(wallet) || !wallet.unlockedUntil ? 0 : Math.floor(wallet.unlockedUntil.getTime() / 1000);
