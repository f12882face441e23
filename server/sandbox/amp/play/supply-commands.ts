import type { Unit } from "../../world";
import * as chain from "./chain";
import { book, type Command, expected, isRipe, mine, paramsOf } from "./command";
import type { AssetModel, Order, Sent } from "./model";
import type { Player } from "./player";
import type { Dice } from "./random";

/** Few amounts, so that several orders often ask for the same one. */
const orderAmount = (dice: Dice) => BigInt(dice.between(1, 3) * 50_000);
/** Nearly always what an open order asks for, if there is one. */
const amountToSend = (model: AssetModel, kind: Order["kind"], dice: Dice) =>
  dice.prefer(
    model.orders.filter((order) => order.kind === kind && order.isOpen).map(({ amountSats }) => amountSats),
    [orderAmount(dice)],
  );

export const supplyCommands = {
  async orderBurn(player, unit, dice) {
    const model = player.asset(dice);
    const amount = orderAmount(dice);
    const free = (await model.look(unit)).freeSats();
    await expected(amount <= free, () =>
      player.ask(unit, "requestBurn", { params: paramsOf(model), body: { amount } }),
    );
    await model.orderFromNode(unit, "burn", amount);
    return model;
  },

  async burn(player, unit, dice) {
    const model = player.asset(dice);
    const amountSats = amountToSend(model, "burn", dice);
    model.sent.push({ txid: await chain.burn(unit, model.asset, amountSats), kind: "burn", amountSats });
    return model;
  },

  async confirmBurn(player, unit, dice) {
    const model = player.asset(dice);
    if (dice.chance(0.7)) await mine(unit, 2);
    const sent = dice.prefer(openSent(model, "burn"), model.sent);
    const { pending } = await model.look(unit);
    const isKnown = model.booked.get(sent.txid)?.kind === "burn";
    const isRight = sent.kind === "burn" && (await isRipe(unit, model, sent.txid));
    await expected(isKnown || isRight, async () =>
      player.ask(unit, "confirmBurn", {
        params: paramsOf(model),
        body: await chain.burnBody(unit, model.asset, sent.txid),
      }),
    );
    if (!isKnown) await book(unit, model, sent, -sent.amountSats, pending.get(sent.txid));
    return model;
  },

  async orderReissuance(player, unit, dice) {
    const model = player.asset(dice);
    const amount = orderAmount(dice);
    const params = paramsOf(model);
    await player.ask(unit, "requestReissuance", { params, body: { amountToReissue: amount } });
    await model.orderFromNode(unit, "reissuance", amount);
    return model;
  },

  async reissue(player, unit, dice) {
    const model = player.asset(dice);
    const amountSats = amountToSend(model, "reissuance", dice);
    model.sent.push({
      txid: await chain.reissue(unit, model.asset, amountSats),
      kind: "reissuance",
      amountSats,
    });
    return model;
  },

  async confirmReissuance(player, unit, dice) {
    const model = player.asset(dice);
    if (dice.chance(0.7)) await mine(unit, 2);
    const sent = dice.prefer(openSent(model, "reissuance"), model.sent);
    const { pending } = await model.look(unit);
    const isKnown = model.booked.get(sent.txid)?.kind === "reissuance";
    const isRight = sent.kind === "reissuance" && (await isRipe(unit, model, sent.txid));
    await expected(isKnown || isRight, async () =>
      player.ask(unit, "confirmReissuance", {
        params: paramsOf(model),
        body: await chain.reissueBody(unit, sent.txid),
      }),
    );
    if (!isKnown) await book(unit, model, sent, sent.amountSats, pending.get(sent.txid));
    return model;
  },
} satisfies Record<string, Command>;

/** A reissuance by the book, which also gives the treasury one more coin. */
export async function reissueTo(
  player: Player,
  unit: Unit,
  model: AssetModel,
  amountSats: bigint,
): Promise<void> {
  const sent = {
    txid: await chain.reissue(unit, model.asset, amountSats),
    kind: "reissuance" as const,
    amountSats,
  };
  model.sent.push(sent);
  await mine(unit, 2);
  const body = await chain.reissueBody(unit, sent.txid);
  await player.ask(unit, "confirmReissuance", { params: paramsOf(model), body });
  await book(unit, model, sent, amountSats);
}

const openSent = (model: AssetModel, wanted: Sent["kind"]) =>
  model.sent.filter(({ kind, txid }) => kind === wanted && !model.booked.has(txid));
