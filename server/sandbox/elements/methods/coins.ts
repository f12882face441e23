import { z } from "zod";
import { UnspentOutput } from "@/lib/contracts/elements";
import { keyPath, typeOfScript } from "../../ledger/keys";
import { readAddress } from "../addresses";
import { amountMap, decimal } from "../amounts";
import { assetLabels, readAsset } from "../asset-labels";
import { balancesOf, type WalletBalances } from "../balances";
import { listUnspent, type UnspentCoin } from "../coins";
import { type KeyChains, keyChainsOf } from "../key-chains";
import { type Method, type WalletContext, walletMethod } from "../method";
import { isInt32, type Params, readAmount } from "../params";
import { RpcError } from "../port";
import { scriptsOf } from "../watching";

const MOST_CONFIRMATIONS = 9_999_999;

/** What a wallet holds. */
export const coinMethods: Record<string, Method> = {
  getbalance: walletMethod({
    params: ["dummy", "minconf", "include_watchonly", "avoid_reuse", "assetlabel"],
    run: balance,
  }),
  getbalances: walletMethod({ params: [], run: balances }),
  getunconfirmedbalance: walletMethod({
    params: [],
    run: async (context) => (await balances(context)).mine.untrusted_pending,
  }),
  listunspent: walletMethod({
    params: ["minconf", "maxconf", "addresses", "include_unsafe", "query_options"],
    run: unspent,
  }),
};

async function balance({ db, wallet, facts }: WalletContext, params: Params) {
  if (params.text(0, "*") !== "*") {
    throw new RpcError(-32, 'dummy first argument must be excluded or set to "*".');
  }
  const minConfirmations = params.whole(1, 0);
  const which = params.truth(2, false) ? "own and watched" : scriptsOf(wallet);
  const labels = await assetLabels(db, facts);
  const named = params.text(4, "");
  const { trusted } = await balancesOf(db, wallet.name, { minConfirmations, which });
  if (named === "") return amountMap(trusted, facts.policyAsset, { labels });
  return decimal(trusted.get(readAsset(labels, named)) ?? 0n);
}

async function balances({ db, ledger, wallet, facts }: Omit<WalletContext, "world">) {
  const labels = await assetLabels(db, facts);
  const print = ({ trusted, pending }: WalletBalances) => ({
    trusted: amountMap(trusted, facts.policyAsset, { labels }),
    untrusted_pending: amountMap(pending, facts.policyAsset, { labels }),
    // The chain's coins were all there from its first block on.
    immature: amountMap(new Map(), facts.policyAsset),
  });
  const { hash, height } = await ledger.tip();
  const watched = wallet.hasPrivateKeys ? await balancesOf(db, wallet.name, { which: "watched" }) : null;
  const isWatching = watched && watched.trusted.size + watched.pending.size > 0;
  return {
    mine: print(await balancesOf(db, wallet.name, { which: scriptsOf(wallet) })),
    ...(isWatching && { watchonly: print(watched) }),
    lastprocessedblock: { hash, height },
  };
}

async function unspent(context: WalletContext, params: Params) {
  const { db, ledger, wallet } = context;
  const scriptHexes = readAddresses(context, params.list(2));
  const coins = await listUnspent(db, wallet.name, {
    minConfirmations: params.whole(0, 1),
    maxConfirmations: params.whole(1, MOST_CONFIRMATIONS),
    ...(scriptHexes.length > 0 && { scriptHexes }),
    isSafeOnly: !params.truth(3, true),
    ...(await readQuery(context, params.record(4))),
  });
  const chains = await keyChainsOf(db, ledger.network, wallet.name);
  return upToSum(coins, params.record(4)).map((coin) => toWire(context, chains, coin));
}

function readAddresses({ ledger }: WalletContext, addresses: unknown[]): string[] {
  const scriptHexes = addresses.map((address) => {
    try {
      return readAddress(ledger.network, String(address)).scriptHex;
    } catch {
      throw new RpcError(-5, `Invalid Bitcoin address: ${String(address)}`);
    }
  });
  const twice = addresses.find((_, index) => scriptHexes.indexOf(scriptHexes[index] ?? "") !== index);
  if (twice === undefined) return scriptHexes;
  throw new RpcError(-8, `Invalid parameter, duplicated address: ${String(twice)}`);
}

const QUERY = ["minimumAmount", "maximumAmount", "maximumCount", "minimumSumAmount", "asset"];

async function readQuery({ db, facts }: WalletContext, query: Record<string, unknown>) {
  const unknown = Object.keys(query).find((key) => ![...QUERY, "include_immature_coinbase"].includes(key));
  if (unknown !== undefined) throw new RpcError(-3, `Unexpected key ${unknown}`);
  const { minimumAmount, maximumAmount, maximumCount, asset } = query;
  const count = maximumCount === undefined ? undefined : Number(maximumCount);
  if (count !== undefined && (!isInt32(count) || count < 0)) {
    throw new RpcError(-1, "JSON integer out of range");
  }
  return {
    ...(minimumAmount !== undefined && { minimumSats: readAmount(minimumAmount) }),
    ...(maximumAmount !== undefined && { maximumSats: readAmount(maximumAmount) }),
    // 0 means no limit, as on the node.
    ...(count && { maximumCount: count }),
    ...(asset !== undefined && { assetId: readAsset(await assetLabels(db, facts), asset) }),
  };
}

/** Only so many coins, from the first on, as together reach `minimumSumAmount`. */
function upToSum(coins: UnspentCoin[], { minimumSumAmount }: Record<string, unknown>): UnspentCoin[] {
  if (minimumSumAmount === undefined) return coins;
  const wanted = readAmount(minimumSumAmount);
  const taken: UnspentCoin[] = [];
  let sum = 0n;
  for (const coin of coins) {
    if (sum >= wanted && taken.length > 0) break;
    taken.push(coin);
    sum += coin.amountSats;
  }
  return taken;
}

function toWire({ ledger, wallet }: WalletContext, chains: KeyChains | null, coin: UnspentCoin) {
  const { key, descriptor, scriptHex } = coin;
  const type = typeOfScript(scriptHex);
  const path = key && keyPath(ledger.network, key.isChange, key.keyIndex, type);
  const parent = key ? chains?.fromMaster(type, key.isChange) : descriptor;
  return {
    ...z.encode(UnspentOutput, {
      txid: coin.txid,
      vout: coin.vout,
      ...(coin.address !== "" && { address: coin.address }),
      ...(coin.label !== null && { label: coin.label }),
      scriptPubKey: scriptHex,
      amount: coin.amountSats,
      ...(coin.assetCommitment && { assetcommitment: coin.assetCommitment }),
      asset: coin.assetId,
      ...(coin.amountCommitment && { amountcommitment: coin.amountCommitment }),
      amountblinder: coin.amountBlinder,
      assetblinder: coin.assetBlinder,
      confirmations: coin.confirmations,
      spendable: key !== null || !wallet.hasPrivateKeys,
      solvable: key !== null || !/^(addr|raw)\(/.test(descriptor ?? ""),
      safe: coin.isTrusted,
    }),
    ...(key && path && { desc: chains?.ofKey(type, path, key.publicKey) }),
    ...(parent && { parent_descs: [parent] }),
  };
}
