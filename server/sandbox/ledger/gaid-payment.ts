import type { SandboxDb } from "../db/client";
import { parseAddress } from "./address";
import { type Coin, type Draft, sameOutpoint } from "./coin";
import { findOwner, GREEN_SERVICE, gaidOwner, newScript } from "./keyring";
import { networkFacts } from "./networks";
import { broadcast, type Prepared, pay, prepare, signAll } from "./payment";
import {
  type GaidPayment,
  type HolderSigned,
  LedgerError,
  type LiquidNetwork,
  type OutpointRef,
} from "./port";
import { unspentOf } from "./store";

/** Transactions of GAIDs: two signatures, the holder's first and the Green side's once AMP agrees. */

/** What only this ledger needs to finish a transaction that it has handed out. */
const secrets = new WeakMap<HolderSigned, Prepared>();

export async function prepareFromGaid(
  db: SandboxDb,
  network: LiquidNetwork,
  { gaid, assetId, outputs, onlyOutpoints, reserved = [] }: GaidPayment,
): Promise<HolderSigned> {
  if (!(await findOwner(db, gaidOwner(gaid)))) throw new LedgerError("unknown", "The GAID is not known.");
  const coins = (await unspentOf(db, gaidOwner(gaid))).filter(
    (coin) => !onlyOutpoints || onlyOutpoints.some((outpoint) => sameOutpoint(outpoint, coin)),
  );
  const drafts = outputs.map(({ address, amountSats }): Draft => {
    const { scriptHex, blindingKey } = parseAddress(address, network);
    return { kind: "payment", scriptHex, blindingKey, assetId, amountSats };
  });
  const feeCoins = await feeCoinsBut(db, network, reserved);
  const prepared = await prepare(db, network, { coins, feeCoins, outputs: drafts, isHolderOnly: true });
  const signed: HolderSigned = {
    txid: prepared.txid,
    hex: prepared.transaction.toHex(),
    inputs: prepared.inputs,
    outputs: prepared.outputs,
  };
  secrets.set(signed, prepared);
  return signed;
}

export async function completeFromGaid(
  db: SandboxDb,
  network: LiquidNetwork,
  signed: HolderSigned,
): Promise<{ txid: string }> {
  const prepared = secrets.get(signed);
  if (!prepared) throw new LedgerError("unknown", "The transaction was not prepared by this ledger.");
  await signAll(db, network, prepared, prepared.inputs);
  await broadcast(db, network, prepared);
  return { txid: signed.txid };
}

const PARTS = 16n;

/** Coins for the fee that no transaction in the making has taken; the last of them is changed into many. */
async function feeCoinsBut(db: SandboxDb, network: LiquidNetwork, reserved: OutpointRef[]): Promise<Coin[]> {
  const free = async () =>
    (await unspentOf(db, GREEN_SERVICE)).filter(
      (coin) => !reserved.some((taken) => sameOutpoint(taken, coin)),
    );
  const coins = await free();
  const [last] = coins;
  if (!last || coins.length > 1) return coins;
  const outputs: Draft[] = [];
  for (let part = 1n; part < PARTS; part++) {
    const { scriptHex, blindingPublicKey } = await newScript(db, network, GREEN_SERVICE);
    const { policyAsset: assetId } = networkFacts(network);
    const amountSats = last.amountSats / PARTS;
    outputs.push({ kind: "payment", scriptHex, blindingKey: blindingPublicKey, assetId, amountSats });
  }
  await pay(db, network, { coins, outputs });
  return free();
}
