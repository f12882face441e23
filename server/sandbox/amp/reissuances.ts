import { and, asc, eq } from "drizzle-orm";
import { MAX_AMOUNT_SATS } from "@/lib/contracts/amp/assets";
import { NodeIssuance } from "@/lib/contracts/amp/node-entries";
import type { ReissueOrder, ReissueResult } from "@/lib/contracts/amp/reissuances";
import { now } from "@/server/platform/clock";
import { reissuances } from "../db/amp-tables";
import type { LedgerOutput, LedgerTransaction } from "../ledger/port";
import { decodeShape } from "./body";
import { CONFIRMATIONS, type NewOutput, trackTransaction } from "./books";
import type { Call, Handlers } from "./call";
import { checkBlinders, confirmedTransaction, detailsOf, refuse, refuseWaitingChange } from "./confirm-rules";
import { lookOutside, orderExplaining, rememberOrder } from "./lost-outputs";
import { hiddenProblem, type Movement, readMovement, reissuanceProblem } from "./movement";
import { orderHead } from "./order-head";
import { refused } from "./refusal";
import { burnedSats, reissuedSats } from "./supply";
import { spendableOutputs } from "./treasury";
import { rememberTreasuryAddress } from "./treasury-address-store";
import { closeOrder } from "./work-order-store";

type ConfirmCall = Call<"confirmReissuance">;

async function storedResult({ unit, asset, body }: ConfirmCall): Promise<ReissueResult | null> {
  const { txid, vin } = body.reissuanceOutput;
  const isThis = and(eq(reissuances.txid, txid), eq(reissuances.vin, vin));
  const [row] = await unit.db
    .select()
    .from(reissuances)
    .where(and(isThis, eq(reissuances.assetUuid, asset.uuid)));
  return row ? { txid, vin, reissuanceAmount: row.amountSats } : null;
}

/** The entry of `listissuances` for this input must say the same as the chain. @returns the amount in sats */
function checkIssuanceEntry({ asset, body }: ConfirmCall, { reissuances: [onChain] }: Movement): bigint {
  const { txid, vin } = body.reissuanceOutput;
  const entries = body.listIssuances.map((entry) => decodeShape(NodeIssuance, entry) as NodeIssuance);
  const entry = entries.find((candidate) => candidate.txid === txid && candidate.vin === vin);
  if (!entry?.isreissuance || entry.asset !== asset.assetId || onChain?.vin !== vin)
    throw refused("The transaction is no reissuance of this asset.");
  if (entry.assetamount !== onChain.amountSats) throw refused("The reissued amount does not match.");
  return onChain.amountSats;
}

/**
 * The output that holds what was reissued, or all of the asset where the amount came in several. The others are change
 * of coins that were spent besides.
 */
function reissuedOutputs({ change, reissuances: [onChain] }: Movement): Set<LedgerOutput> {
  const whole = change.find((output) => output.amountSats === onChain?.amountSats);
  return new Set(whole ? [whole] : change);
}

/**
 * All outputs of the asset and of its token go to the treasury; the details must open them. The node leaves change out
 * of its details: AMP knows its blinders later or never.
 */
async function treasuryOutputsOf({ unit, asset, body }: ConfirmCall, movement: Movement) {
  const { tx, change, keptTokens } = movement;
  const details = detailsOf(asset, tx, body.details);
  const reissued = reissuedOutputs(movement);
  const outputs: NewOutput[] = [];
  for (const output of [...change, ...keptTokens]) {
    const { vout, amountSats } = output;
    const isToken = output.assetId === asset.tokenId;
    const isNews = reissued.has(output);
    const detail = details.find((candidate) => candidate.vout === vout);
    if (!detail && !isToken && !isNews) {
      outputs.push({ vout, gaid: null, isNews, hasUnknownBlinders: true });
      continue;
    }
    if (!detail) throw refused(`The details do not name output ${vout}.`);
    if (detail.amount !== amountSats && detail.amount !== -amountSats)
      throw refused(`The details tell another amount of output ${vout} than the transaction has.`);
    await checkBlinders(unit, output, detail);
    outputs.push({ vout, gaid: null, isToken, isNews });
  }
  return outputs;
}

async function record(
  { unit, asset }: ConfirmCall,
  tx: LedgerTransaction,
  outputs: NewOutput[],
  vin: number,
  amountSats: bigint,
) {
  const vout = outputs.find((output) => output.isNews)?.vout ?? 0;
  const address = tx.outputs.find((output) => output.vout === vout)?.address ?? "";
  const order = await orderExplaining(unit, asset, tx.txid);
  await trackTransaction(unit, asset, tx, "reissuance", outputs);
  if (address) await rememberTreasuryAddress(unit, asset.uuid, address);
  await unit.db.insert(reissuances).values({
    txid: tx.txid,
    vin,
    vout,
    assetUuid: asset.uuid,
    destinationAddress: address,
    amountSats,
    blockHash: tx.block?.hash ?? "",
    createdAt: tx.block?.time ?? now(),
  });
  if (order?.kind === "reissuance") await closeOrder(unit.db, order.id, tx.txid);
}

async function circulatingSats({ unit: { db }, asset }: Call<"requestReissuance">): Promise<bigint> {
  return asset.issuedSats + (await reissuedSats(db, asset.uuid)) - (await burnedSats(db, asset.uuid));
}

/** The tokens an order can ask the node to use. @throws AmpRefusal when there are none */
async function usableTokens({ unit, asset }: Call<"requestReissuance">) {
  const tokens = await spendableOutputs(unit, asset, { isToken: true });
  if (tokens.length > 0) return tokens;
  const { explained } = await lookOutside(unit, asset);
  if ([...explained.values()].some(({ kind }) => kind === "reissuance"))
    throw refused("The reissuance token is in use by a reissuance that waits for its confirm.");
  throw refused("The reissuance tokens are lost.");
}

export const reissuanceHandlers = {
  async requestReissuance(call): Promise<ReissueOrder> {
    const { unit, env, asset, body } = call;
    if (asset.tokenId === null) throw refused("The asset is not reissuable.");
    const issuance = await unit.ledger.transaction(asset.issuanceTxid);
    if ((issuance?.confirmations ?? 0) < CONFIRMATIONS)
      throw refused(`The issuance transaction needs ${CONFIRMATIONS} confirmations.`);
    if ((await circulatingSats(call)) + body.amountToReissue > MAX_AMOUNT_SATS)
      throw refused("The supply would exceed the largest possible amount.");
    const tokens = await usableTokens(call);
    await rememberOrder(unit, asset, "reissuance", body.amountToReissue);
    return {
      command: "reissue",
      ...orderHead(env, asset),
      amount: body.amountToReissue,
      reissuanceUtxos: tokens.map(({ txid, vout }) => ({ txid, vout })),
    };
  },

  /** With or without an order: the confirm of a reissuance that AMP did not ask for heals what was lost. */
  async confirmReissuance(call) {
    const { unit, asset, body } = call;
    const known = await storedResult(call);
    if (known && call.env.switches.confirmOnce) throw refused("This reissuance was already confirmed.");
    if (known) return known;
    const { txid, vin } = body.reissuanceOutput;
    const tx = await confirmedTransaction(unit, asset, txid, {
      details: body.details,
      issuances: body.listIssuances,
    });
    const movement = await readMovement(unit, asset, tx);
    await refuseWaitingChange(unit, asset, movement);
    refuse(reissuanceProblem(movement) ?? hiddenProblem(movement));
    const amountSats = checkIssuanceEntry(call, movement);
    await record(call, tx, await treasuryOutputsOf(call, movement), vin, amountSats);
    return { txid, vin, reissuanceAmount: amountSats };
  },

  async listReissuances({ unit, asset }) {
    const rows = await unit.db
      .select()
      .from(reissuances)
      .where(eq(reissuances.assetUuid, asset.uuid))
      .orderBy(asc(reissuances.sequence));
    return rows.map((row) => ({
      txid: row.txid,
      vout: row.vout,
      destinationAddress: row.destinationAddress,
      reissuanceAmount: row.amountSats,
      confirmedInBlock: row.blockHash,
      created: row.createdAt,
    }));
  },
} satisfies Handlers;
