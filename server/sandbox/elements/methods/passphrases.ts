import { now } from "@/server/platform/clock";
import { type Method, type WalletContext, walletMethod } from "../method";
import { hashPassphrase, matchesPassphrase } from "../passphrase";
import { RpcError } from "../port";
import { updateWallet } from "../store";

const LONGEST_UNLOCK_SECONDS = 100_000_000;

/** Encrypting a wallet and opening it for a time, which runs on the sandbox's clock. */
export const passphraseMethods: Record<string, Method> = {
  encryptwallet: walletMethod({
    params: ["passphrase"],
    writes: true,
    run: async ({ db, wallet }, params) => {
      const passphrase = params.text(0);
      if (!wallet.hasPrivateKeys) {
        throw new RpcError(-16, "Error: wallet does not contain private keys, nothing to encrypt.");
      }
      if (wallet.passphraseHash) {
        throw new RpcError(-15, "Error: running with an encrypted wallet, but encryptwallet was called.");
      }
      assertGiven(passphrase);
      await updateWallet(db, wallet.name, {
        passphraseHash: hashPassphrase(passphrase),
        unlockedUntil: null,
      });
      return "wallet encrypted; The keypool has been flushed and a new HD seed was generated. You need to make a new backup with the backupwallet RPC.";
    },
  }),
  walletpassphrase: walletMethod({
    params: ["passphrase", "timeout"],
    writes: true,
    run: async ({ db, wallet }, params) => {
      const [passphrase, seconds] = [params.text(0), params.long(1)];
      const hash = requireEncrypted(wallet, "walletpassphrase");
      if (seconds < 0) throw new RpcError(-8, "Timeout cannot be negative.");
      assertGiven(passphrase);
      assertMatches(passphrase, hash);
      const unlockedUntil = new Date(now().getTime() + Math.min(seconds, LONGEST_UNLOCK_SECONDS) * 1000);
      await updateWallet(db, wallet.name, { unlockedUntil });
      return null;
    },
  }),
  walletpassphrasechange: walletMethod({
    params: ["oldpassphrase", "newpassphrase"],
    writes: true,
    run: async ({ db, wallet }, params) => {
      const [before, after] = [params.text(0), params.text(1)];
      const hash = requireEncrypted(wallet, "walletpassphrasechange");
      assertGiven(before);
      assertGiven(after);
      assertMatches(before, hash);
      await updateWallet(db, wallet.name, { passphraseHash: hashPassphrase(after) });
      return null;
    },
  }),
  walletlock: walletMethod({
    params: [],
    writes: true,
    run: async ({ db, wallet }) => {
      requireEncrypted(wallet, "walletlock");
      await updateWallet(db, wallet.name, { unlockedUntil: null });
      return null;
    },
  }),
};

function requireEncrypted({ passphraseHash }: WalletContext["wallet"], method: string): string {
  if (passphraseHash) return passphraseHash;
  throw new RpcError(-15, `Error: running with an unencrypted wallet, but ${method} was called.`);
}

function assertGiven(passphrase: string): void {
  if (passphrase === "") throw new RpcError(-8, "passphrase cannot be empty");
}

function assertMatches(passphrase: string, hash: string): void {
  if (matchesPassphrase(passphrase, hash)) return;
  throw new RpcError(-14, "Error: The wallet passphrase entered was incorrect.");
}
