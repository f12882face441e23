import { and, asc, eq } from "drizzle-orm";
import { MAX_AMOUNT_SATS } from "@/lib/contracts/amp/assets";
import { NodeIssuance } from "@/lib/contracts/amp/node-entries";
import type { ReissueOrder, ReissueResult } from "@/lib/contracts/amp/reissuances";
import { now } from "@/server/platform/clock";
import { reissuances } from "../db/amp-tables";
import type { LedgerTransaction } from "../ledger/port";
import { decodeShape } from "./body";
import { CONFIRMATIONS, type NewOutput, trackTransaction, treasuryOutputs } from "./books";
import type { Call, Handlers } from "./call";
import { checkBlinders, checkTreasuryInputs, confirmedTransaction, detailsOf } from "./confirm-rules";
import { reissuanceOf } from "./open-orders";
import { orderHead } from "./order-head";
import { refused } from "./refusal";
import { rememberTreasuryAddress } from "./treasury-address-store";
import { closeOrder, rememberOrder } from "./work-order-store";

type ConfirmCall = Call<"confirmReissuance">;

async function storedResult({ unit, body }: ConfirmCall): Promise<ReissueResult | null> {
  const { txid, vin } = body.reissuanceOutput;
  const [row] = await unit.db
    .select()
    .from(reissuances)
    .where(and(eq(reissuances.txid, txid), eq(reissuances.vin, vin)));
  return row ? { txid, vin, reissuanceAmount: row.amountSats } : null;
}

/** The entry of `listissuances` for this transaction must say the same as the chain. */
function checkIssuanceEntry({ asset, body }: ConfirmCall, tx: LedgerTransaction): bigint {
  const { txid, vin } = body.reissuanceOutput;
  const entries = body.listIssuances.map((entry) => decodeShape(NodeIssuance, entry) as NodeIssuance);
  const entry = entries.find((candidate) => candidate.txid === txid && candidate.vin === vin);
  const onChain = reissuanceOf(asset, tx);
  if (!entry?.isreissuance || entry.asset !== asset.assetId || onChain?.vin !== vin)
    throw refused("The transaction is no reissuance of this asset.");
  if (entry.assetamount !== onChain.amountSats) throw refused("The reissued amount does not match.");
  return onChain.amountSats;
}

/** All outputs of the asset and of its token go to the treasury; the details must open them. */
function treasuryOutputsOf({ asset, body }: ConfirmCall, tx: LedgerTransaction): NewOutput[] {
  const details = detailsOf(body.details);
  const outputs = tx.outputs.filter(
    (output) => output.assetId === asset.assetId || output.assetId === asset.tokenId,
  );
  if (!outputs.some((output) => output.assetId === asset.tokenId))
    throw refused("No reissuance token returns to the treasury.");
  return outputs.map((output) => {
    const detail = details.find((candidate) => candidate.vout === output.vout);
    if (!detail) throw refused(`The details do not name output ${output.vout}.`);
    checkBlinders(output, detail);
    const isToken = output.assetId === asset.tokenId;
    return { vout: output.vout, gaid: null, isToken, isNews: !isToken };
  });
}

async function record(
  { unit, asset }: ConfirmCall,
  tx: LedgerTransaction,
  outputs: NewOutput[],
  vin: number,
  amountSats: bigint,
) {
  const vout = outputs.find((output) => !output.isToken)?.vout ?? 0;
  const address = tx.outputs.find((output) => output.vout === vout)?.address ?? "";
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
  await closeOrder(unit.db, asset, { kind: "reissuance", amountSats, txid: tx.txid });
}

async function circulatingSats({ unit, asset }: Call<"requestReissuance">): Promise<bigint> {
  const rows = await unit.db.select().from(reissuances).where(eq(reissuances.assetUuid, asset.uuid));
  return rows.reduce((total, row) => total + row.amountSats, asset.issuedSats);
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
    const tokens = await treasuryOutputs(unit.db, asset.uuid, { isToken: true });
    if (tokens.length === 0) throw refused("The reissuance tokens are lost.");
    await rememberOrder(unit.db, asset, "reissuance", body.amountToReissue);
    return {
      command: "reissue",
      ...orderHead(env, asset),
      amount: body.amountToReissue,
      reissuanceUtxos: tokens.map(({ txid, vout }) => ({ txid, vout })),
    };
  },

  async confirmReissuance(call) {
    const { unit, asset, body } = call;
    const known = await storedResult(call);
    if (known) return known;
    const { txid, vin } = body.reissuanceOutput;
    const tx = await confirmedTransaction(unit, txid);
    const amountSats = checkIssuanceEntry(call, tx);
    await checkTreasuryInputs(unit, asset, tx, asset.tokenId ?? "");
    await record(call, tx, treasuryOutputsOf(call, tx), vin, amountSats);
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
