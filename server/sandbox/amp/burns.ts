import type { BurnOrder } from "@/lib/contracts/amp/burns";
import { openAssignedSats } from "./assignment-store";
import {
  confirmedTreasurySats,
  findTransactionKind,
  type NewOutput,
  trackTransaction,
  treasuryOutputs,
} from "./books";
import type { Handlers } from "./call";
import { changeOutputs, checkTreasuryInputs, confirmedTransaction } from "./confirm-rules";
import { burnedSats } from "./open-orders";
import { orderHead } from "./order-head";
import { refused } from "./refusal";
import { closeOrder, rememberOrder } from "./work-order-store";

export const burnHandlers = {
  async requestBurn({ unit, env, asset, body }): Promise<BurnOrder> {
    const free =
      (await confirmedTreasurySats(unit, asset.uuid)) - (await openAssignedSats(unit.db, asset.uuid));
    if (body.amount > free) throw refused("There is not enough in the treasury balance for this burn.");
    await rememberOrder(unit.db, asset, "burn", body.amount);
    const outputs = await treasuryOutputs(unit.db, asset.uuid);
    return {
      command: "burn",
      ...orderHead(env, asset),
      amount: body.amount,
      utxos: outputs.map(({ txid, vout }) => ({ txid, vout })),
    };
  },

  async confirmBurn({ unit, asset, body }) {
    const { txid } = body.txData;
    const kind = await findTransactionKind(unit.db, asset.uuid, txid);
    if (kind === "burn") return;
    if (kind) throw refused("The transaction already belongs to another entry of AMP.");
    const tx = await confirmedTransaction(unit, txid);
    const amountSats = burnedSats(asset, tx);
    if (amountSats === 0n) throw refused("The transaction burns nothing of this asset.");
    await checkTreasuryInputs(unit, asset, tx, asset.assetId);
    const burnt: NewOutput[] = tx.outputs
      .filter((output) => output.kind === "burn" && output.assetId === asset.assetId)
      .map(({ vout }) => ({ vout, gaid: null, isBurnt: true, isNews: true }));
    const change = changeOutputs(asset, tx, new Set(burnt.map(({ vout }) => vout)), body.changeData);
    await trackTransaction(unit, asset, tx, "burn", [...burnt, ...change]);
    await closeOrder(unit.db, asset, { kind: "burn", amountSats, txid });
  },
} satisfies Handlers;
