import type { BurnOrder } from "@/lib/contracts/amp/burns";
import { findTransactionKind, type NewOutput, trackTransaction } from "./books";
import type { Handlers } from "./call";
import { changeOutputs, confirmedTransaction, refuse, refuseWaitingChange } from "./confirm-rules";
import { orderExplaining, rememberOrder } from "./lost-outputs";
import { burnProblem, hiddenProblem, readMovement } from "./movement";
import { orderHead } from "./order-head";
import { refused } from "./refusal";
import { freeTreasurySats, spendableOutputs } from "./treasury";
import { closeOrder } from "./work-order-store";

export const burnHandlers = {
  async requestBurn({ unit, env, asset, body }): Promise<BurnOrder> {
    if (body.amount > (await freeTreasurySats(unit, asset)))
      throw refused("There is not enough in the treasury balance for this burn.");
    await rememberOrder(unit, asset, "burn", body.amount);
    const outputs = await spendableOutputs(unit, asset);
    // the script looks for each of them in the node's listunspent, which leaves out what is in no block
    const listed = outputs.filter(({ fromHeight }) => fromHeight !== null);
    return {
      command: "burn",
      ...orderHead(env, asset),
      amount: body.amount,
      utxos: listed.map(({ txid, vout }) => ({ txid, vout })),
    };
  },

  /** With or without an order: the confirm of a burn that AMP did not ask for heals what was lost. */
  async confirmBurn({ unit, asset, body }) {
    const { txid } = body.txData;
    if ((await findTransactionKind(unit.db, asset.uuid, txid)) === "burn") return;
    const tx = await confirmedTransaction(unit, asset, txid, { change: body.changeData });
    const movement = await readMovement(unit, asset, tx);
    await refuseWaitingChange(unit, asset, movement);
    refuse(burnProblem(movement) ?? hiddenProblem(movement));
    const change = await changeOutputs(unit, asset, movement, body.changeData);
    const burnt = movement.burnt.map(
      ({ vout }): NewOutput => ({ vout, gaid: null, isBurnt: true, isNews: true }),
    );
    const order = await orderExplaining(unit, asset, txid);
    await trackTransaction(unit, asset, tx, "burn", [...burnt, ...change]);
    if (order?.kind === "burn") await closeOrder(unit.db, order.id, txid);
  },
} satisfies Handlers;
