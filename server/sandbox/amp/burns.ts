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

function smallestFor<T extends { amountSats: bigint }>(outputs: T[], wantedSats: bigint): T[] {
  let sats = 0n;
  return outputs
    .toSorted((a, b) => Number(a.amountSats - b.amountSats))
    .filter(({ amountSats }) => {
      const isNeeded = sats < wantedSats;
      sats += amountSats;
      return isNeeded;
    });
}

export const burnHandlers = {
  async requestBurn({ unit, env, asset, body }): Promise<BurnOrder> {
    if (body.amount > (await freeTreasurySats(unit, asset)))
      throw refused("There is not enough in the treasury balance for this burn.");
    await rememberOrder(unit, asset, "burn", body.amount);
    const outputs = await spendableOutputs(unit, asset);
    // the script looks for each of them in the node's listunspent, which leaves out what is in no block
    const confirmed = outputs.filter(({ fromHeight }) => fromHeight !== null);
    const listed = env.switches.fewBurnCoins ? smallestFor(confirmed, body.amount) : confirmed;
    return {
      command: "burn",
      ...orderHead(env, asset),
      amount: body.amount,
      utxos: listed.map(({ txid, vout }) => ({ txid, vout })),
    };
  },

  /** With or without an order: the confirm of a burn that AMP did not ask for heals what was lost. */
  async confirmBurn({ unit, env, asset, body }) {
    const { txid } = body.txData;
    const isKnown = (await findTransactionKind(unit.db, asset.uuid, txid)) === "burn";
    if (isKnown && env.switches.confirmOnce) throw refused("This burn was already confirmed.");
    if (isKnown) return;
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
