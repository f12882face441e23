import { z } from "zod";
import { UnspentOutput } from "@/lib/contracts/elements";
import { sameOutpoint } from "../../ledger/coin";
import { findScripts } from "../../ledger/keyring";
import { keyPath } from "../../ledger/keys";
import { describeScript, readAddress, walletFingerprint } from "../addresses";
import { amountMap, decimal } from "../amounts";
import { balancesOf } from "../balances";
import { heldCoins, listUnspent } from "../coins";
import { type Method, type WalletContext, walletMethod } from "../method";
import type { Params } from "../params";
import { RpcError } from "../port";
import { deleteLocks, insertLock, listLockedCoins } from "../store";

const Outpoint = z.object({ txid: z.string(), vout: z.int().nonnegative() });
const MOST_CONFIRMATIONS = 9_999_999;

/** What a wallet holds. */
export const coinMethods: Record<string, Method> = {
  getbalance: walletMethod({
    params: ["dummy", "minconf", "include_watchonly", "avoid_reuse", "assetlabel"],
    run: balance,
  }),
  getbalances: walletMethod({
    params: [],
    run: async ({ db, ledger, wallet, facts }) => {
      const { trusted, pending } = await balancesOf(db, wallet.name);
      const { hash, height } = await ledger.tip();
      const mine = {
        trusted: amountMap(trusted, facts.policyAsset),
        untrusted_pending: amountMap(pending, facts.policyAsset),
        immature: amountMap(new Map(), facts.policyAsset),
      };
      return { mine, lastprocessedblock: { hash, height } };
    },
  }),
  listunspent: walletMethod({
    params: ["minconf", "maxconf", "addresses", "include_unsafe", "query_options"],
    run: unspent,
  }),
  lockunspent: walletMethod({
    params: ["unlock", "transactions", "persistent"],
    writes: true,
    run: lockUnspent,
  }),
  listlockunspent: walletMethod({ params: [], run: ({ db, wallet }) => listLockedCoins(db, wallet.name) }),
};

async function balance({ db, wallet, facts }: WalletContext, params: Params) {
  if (params.text(0, "*") !== "*") {
    throw new RpcError(-32, 'dummy first argument must be excluded or set to "*".');
  }
  const { trusted } = await balancesOf(db, wallet.name, params.whole(1, 0));
  const asset = params.text(4, "");
  if (asset === "") return amountMap(trusted, facts.policyAsset);
  return decimal(trusted.get(asset === "bitcoin" ? facts.policyAsset : asset) ?? 0n);
}

async function unspent({ db, ledger, wallet }: WalletContext, params: Params) {
  const [minConfirmations, most] = [params.whole(0, 1), params.whole(1, MOST_CONFIRMATIONS)];
  const wanted = new Set(
    params.list(2).map((address) => readAddress(ledger.network, String(address)).scriptHex),
  );
  const includeUnsafe = params.truth(3, true);
  const { asset } = params.record(4);
  const coins = (await listUnspent(db, wallet.name, { minConfirmations })).filter(
    (coin) =>
      coin.confirmations <= most &&
      (wanted.size === 0 || wanted.has(coin.scriptHex)) &&
      (includeUnsafe || coin.isTrusted) &&
      (asset === undefined || asset === coin.assetId),
  );
  const scripts = await findScripts(
    db,
    coins.map((coin) => coin.scriptHex),
  );
  const master = await walletFingerprint(db, wallet.name);
  return coins.map((coin) => {
    const row = scripts.get(coin.scriptHex);
    const path = row && keyPath(ledger.network, row.isChange, row.keyIndex);
    return {
      ...z.encode(UnspentOutput, {
        txid: coin.txid,
        vout: coin.vout,
        address: coin.address,
        ...(coin.label !== null && { label: coin.label }),
        scriptPubKey: coin.scriptHex,
        amount: coin.amountSats,
        ...(coin.assetCommitment && { assetcommitment: coin.assetCommitment }),
        asset: coin.assetId,
        ...(coin.amountCommitment && { amountcommitment: coin.amountCommitment }),
        amountblinder: coin.amountBlinder,
        assetblinder: coin.assetBlinder,
        confirmations: coin.confirmations,
        spendable: true,
        solvable: true,
        safe: coin.isTrusted,
      }),
      ...(row && path && { desc: describeScript(master, path, row.publicKey) }),
    };
  });
}

async function lockUnspent({ db, wallet }: WalletContext, params: Params) {
  const unlock = params.truth(0, false);
  const given = params.raw(1);
  if (given === undefined) {
    if (unlock) await deleteLocks(db, wallet.name);
    return true;
  }
  const held = await heldCoins(db, wallet.name);
  const locked = await listLockedCoins(db, wallet.name);
  for (const entry of params.list(1)) {
    const outpoint = Outpoint.safeParse(entry).data;
    if (!outpoint || !held.some((coin) => sameOutpoint(coin, outpoint))) {
      throw new RpcError(-8, "Invalid parameter, unknown transaction");
    }
    const isLocked = locked.some((other) => sameOutpoint(other, outpoint));
    if (unlock && !isLocked) throw new RpcError(-8, "Invalid parameter, expected locked output");
    if (!unlock && isLocked) throw new RpcError(-8, "Invalid parameter, output already locked");
    if (unlock) await deleteLocks(db, wallet.name, outpoint);
    else await insertLock(db, wallet.name, outpoint);
  }
  return true;
}
