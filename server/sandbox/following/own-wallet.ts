import { z } from "zod";
import { NodeDetail, nodeEntry } from "@/lib/contracts/amp/node-entries";
import { elementsAmount, hex64 } from "@/lib/contracts/wire";
import { readAll } from "../amp/told";
import type { Told } from "../ledger/port";
import { type FollowedNode, NodeRefusal } from "./node";

/** AMP's wallet on the followed node: holders' addresses, and what is paid to them. */

const ALREADY_LOADED = -35;
const NO_WALLET_FILE = -18;
const UNKNOWN_TRANSACTION = -5;

/** Finds, loads or makes it. RPC listwallets, loadwallet, createwallet */
export async function ensureWallet({ ofNode, wallet }: FollowedNode): Promise<void> {
  if ((await ofNode("listwallets", [], z.array(z.string()))).includes(wallet)) return;
  try {
    await ofNode("loadwallet", [wallet], z.unknown());
  } catch (error) {
    if (!(error instanceof NodeRefusal)) throw error;
    if (error.rpcCode === ALREADY_LOADED) return;
    if (error.rpcCode !== NO_WALLET_FILE) throw error;
    await ofNode("createwallet", [wallet], z.unknown());
  }
}

/** A fresh Base58 address, as Green gives to holders. RPC getnewaddress */
export const newHolderAddress = ({ ofWallet }: FollowedNode, gaid: string): Promise<string> =>
  ofWallet("getnewaddress", [`gaid:${gaid}`, "p2sh-segwit"], z.string());

/** What the wallet has received by a transaction, opened; nothing while it has not seen it. RPC gettransaction */
export async function readReceived({ ofWallet }: FollowedNode, txid: string): Promise<Told["outputs"]> {
  const Answer = z.object({ details: z.array(nodeEntry) });
  const { details } = await ofWallet("gettransaction", [txid], Answer).catch((error: unknown) => {
    if (error instanceof NodeRefusal && error.rpcCode === UNKNOWN_TRANSACTION) return { details: [] };
    throw error;
  });
  return readAll(NodeDetail, details)
    .filter(({ category }) => category === "receive")
    .map(({ vout, asset, amount, assetblinder, amountblinder }) => ({
      ...{ vout, assetId: asset, amountSats: amount },
      ...{ assetBlinder: assetblinder, amountBlinder: amountblinder, isOwn: false },
    }));
}

/** To itself, so that the transaction has something to fund; more than dust. */
const ANCHOR_SATS = 10_000n;
/** Ten times the least a node takes: what an issuance adds to the transaction is not in its estimate. */
const FEE_RATE_SATS = 1_000n;

const units = (sats: bigint) => z.encode(elementsAmount, sats);

export interface IssuancePlan {
  assetSats: bigint;
  assetAddress: string;
  token: { amountSats: bigint; address: string } | null;
  /** In display byte order. */
  contractHash: string;
  isConfidential: boolean;
}

export interface SignedIssuance {
  /** Before it was blinded: shows which output holds what. */
  plainHex: string;
  hex: string;
}

/**
 * Makes an issuance whose outputs belong to somebody else, which issueasset cannot. Nothing is sent. RPC
 * createrawtransaction, fundrawtransaction, rawissueasset, blindrawtransaction, signrawtransactionwithwallet
 */
export async function signIssuance(node: FollowedNode, plan: IssuancePlan): Promise<SignedIssuance> {
  const { ofNode, ofWallet } = node;
  const Hex = z.object({ hex: z.string() });
  const anchor = await ofWallet("getnewaddress", ["issuances"], z.string());
  const created = await ofNode("createrawtransaction", [[], [{ [anchor]: units(ANCHOR_SATS) }]], z.string());
  const funding = { feeRate: units(FEE_RATE_SATS) };
  const funded = await ofWallet("fundrawtransaction", [created, funding], Hex);
  const issuance = {
    asset_amount: units(plan.assetSats),
    asset_address: plan.assetAddress,
    ...(plan.token && {
      token_amount: units(plan.token.amountSats),
      token_address: plan.token.address,
    }),
    blind: plan.isConfidential,
    contract_hash: plan.contractHash,
  };
  const [issued] = await ofNode("rawissueasset", [funded.hex, [issuance]], z.array(Hex).min(1));
  const plainHex = issued?.hex ?? "";
  const [ignoresFailure, assetCommitments] = [false, []];
  const blinding = [plainHex, ignoresFailure, assetCommitments, plan.isConfidential];
  const blinded = await ofWallet("blindrawtransaction", blinding, z.string());
  const { hex } = await ofWallet("signrawtransactionwithwallet", [blinded], Hex);
  return { plainHex, hex };
}

/** RPC sendrawtransaction */
export const send = ({ ofNode }: FollowedNode, hex: string): Promise<string> =>
  ofNode("sendrawtransaction", [hex], hex64);
