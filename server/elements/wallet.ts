import { z } from "zod";
import { nodeEntry } from "@/lib/contracts/amp/node-entries";
import {
  AddressInfo,
  AssetLabels,
  BalanceByAsset,
  BlockchainInfo,
  ListedTransaction,
  NetworkInfo,
  RpcInfo,
  UnspentKey,
  WalletIssuance,
  WalletTransaction,
} from "@/lib/contracts/elements";
import { printUnits } from "@/lib/domain/units";
import { unspentOf } from "./coins";
import { type NodeClient, RpcError } from "./rpc";

const ELEMENTS_DECIMALS = 8;
const WALLET_LOCKED = -13;
const ADDRESS_REFUSED = [-3, -5];
const UNKNOWN = -5;
const PAGE = 1000;
/** With its default, true, `sendmany` goes on unblinded when blinding fails. */
const IGNORE_BLIND_FAIL = false;

/** RPC getnetworkinfo, getblockchaininfo */
export async function readNodeState(node: NodeClient) {
  const [network, chain] = await Promise.all([
    node.call("getnetworkinfo", [], NetworkInfo),
    node.call("getblockchaininfo", [], BlockchainInfo),
  ]);
  return { ...network, ...chain };
}

const SYNCED_FROM = 0.999;

/** Whether the node has caught up with the chain; one that is behind does not know what its wallet did. */
export const isSynced = ({
  verificationprogress,
  initialblockdownload,
}: Pick<z.output<typeof BlockchainInfo>, "verificationprogress" | "initialblockdownload">): boolean =>
  verificationprogress >= SYNCED_FROM && !initialblockdownload;

/**
 * Whether the wallet's keys can be used. RPC signmessage with an address that cannot exist: −13 comes first when the
 * wallet is locked, −5 otherwise.
 */
export async function isWalletLocked(node: NodeClient): Promise<boolean> {
  try {
    await node.call("signmessage", ["invalidaddress", "message"], z.string());
    return false;
  } catch (error) {
    if (error instanceof RpcError && error.code === WALLET_LOCKED) return true;
    if (error instanceof RpcError && ADDRESS_REFUSED.includes(error.code)) return false;
    throw error;
  }
}

/**
 * Sats by asset id. RPC getbalance with `minconf`, keys turned from labels to ids by RPC dumpassetlabels.
 * `policySats` is the L-BTC for fees, `policyAssetId` its key among the others.
 */
export async function readBalances(node: NodeClient, minconf: number) {
  const [balance, labels] = await Promise.all([
    node.call("getbalance", ["*", minconf, false], BalanceByAsset),
    node.call("dumpassetlabels", [], AssetLabels),
  ]);
  const byAsset = new Map(Object.entries(balance).map(([key, amount]) => [labels[key] ?? key, amount]));
  return { byAsset, policySats: balance.bitcoin ?? 0n, policyAssetId: labels.bitcoin ?? "bitcoin" };
}

/** A fresh confidential address of the wallet. RPC getnewaddress */
export const newAddress = (node: NodeClient): Promise<string> => node.call("getnewaddress", [""], z.string());

/** RPC getaddressinfo */
export const readAddress = (node: NodeClient, address: string) =>
  node.call("getaddressinfo", [address], AddressInfo);

export interface Payment {
  address: string;
  assetId: string;
  amountSats: bigint;
}

/**
 * Pays all recipients in one transaction. RPC sendmany with `comment` as wallet comment and `ignoreblindfail` false.
 * @returns the txid
 * @throws RpcError the node refused and sent nothing; any other error: it may have sent
 */
export function sendMany(node: NodeClient, payments: Payment[], comment: string): Promise<string> {
  const amounts = Object.fromEntries(
    payments.map((payment) => [payment.address, printUnits(payment.amountSats, ELEMENTS_DECIMALS)]),
  );
  const assets = Object.fromEntries(payments.map((payment) => [payment.address, payment.assetId]));
  const [account, minconf, subtractFeeFrom, isReplaceable, confTarget] = ["", 0, [], false, 1];
  return node.call(
    "sendmany",
    [
      account,
      amounts,
      minconf,
      comment,
      subtractFeeFrom,
      isReplaceable,
      confTarget,
      "UNSET",
      assets,
      IGNORE_BLIND_FAIL,
    ],
    z.string(),
  );
}

/** Whether the node is carrying out this method, for whomever. RPC getrpcinfo */
export async function isBusyWith(node: NodeClient, method: string): Promise<boolean> {
  const { active_commands: running } = await node.call("getrpcinfo", [], RpcInfo);
  return running.some((command) => command.method === method);
}

/** RPC gettransaction */
export const readTransaction = (node: NodeClient, txid: string) =>
  node.call("gettransaction", [txid], WalletTransaction);

/** The wallet's unspent outputs of one asset in one transaction, as they came. RPC listunspent from `minconf` 0 */
export async function readChange(node: NodeClient, txid: string, assetId: string) {
  const unspent = await node.call("listunspent", unspentOf(assetId), z.array(UnspentKey));
  return unspent.filter((entry) => entry.txid === txid);
}

/** What the wallet lists of its transactions, page by page, unconfirmed ones included. RPC listtransactions */
export async function* walletPages(node: NodeClient) {
  for (let skip = 0; ; skip += PAGE) {
    const page = ["*", PAGE, skip, true];
    const entries = await node.call("listtransactions", page, z.array(ListedTransaction), { isExact: false });
    yield entries;
    if (entries.length < PAGE) return;
  }
}

/** The asset id of L-BTC on the node's chain. RPC dumpassetlabels */
export async function readPolicyAsset(node: NodeClient): Promise<string> {
  return (await node.call("dumpassetlabels", [], AssetLabels)).bitcoin ?? "bitcoin";
}

/** Whether the wallet has the keys of this address. RPC getaddressinfo */
export const isOwn = async (node: NodeClient, address: string): Promise<boolean> =>
  (await readAddress(node, address)).ismine;

/** Issuances of one asset in the wallet's transactions. RPC listissuances */
export const readIssuances = (node: NodeClient, assetId: string) =>
  node.call("listissuances", [assetId], z.array(WalletIssuance));

/** The wallet's issuances in one transaction, as they came. RPC listissuances */
export async function readIssuancesOf(node: NodeClient, txid: string) {
  const all = await node.call("listissuances", [], z.array(nodeEntry));
  return all.filter((entry) => entry.txid === txid);
}

/** The whole transaction. RPC gettransaction */
export async function readTransactionHex(node: NodeClient, txid: string): Promise<string> {
  return (await node.call("gettransaction", [txid], z.object({ hex: z.string() }))).hex;
}

/** Confirmations of a transaction of the wallet, null when it does not know it. RPC gettransaction */
export async function findConfirmations(node: NodeClient, txid: string): Promise<number | null> {
  return (await findTransaction(node, txid))?.confirmations ?? null;
}

/** The same with all that is known of it; null when the wallet does not know it. RPC gettransaction */
export async function findTransaction(node: NodeClient, txid: string) {
  try {
    return await readTransaction(node, txid);
  } catch (error) {
    if (error instanceof RpcError && error.code === UNKNOWN) return null;
    throw error;
  }
}

/** Thrown away, or never taken: what is in no block may never come into one. RPC getmempoolentry */
export async function isOutOfMempool(node: NodeClient, txid: string): Promise<boolean> {
  try {
    await node.call("getmempoolentry", [txid], z.unknown());
    return false;
  } catch (error) {
    if (error instanceof RpcError && error.code === UNKNOWN) return true;
    throw error;
  }
}
