import type { Unit } from "../../world";
import * as chain from "./chain";
import { amountOf, book, type Command, expected, isRipe, mine, paramsOf } from "./command";
import { type AssetModel, isMadeFor, type Order, type Sent } from "./model";
import type { Player } from "./player";
import { NothingToDo } from "./random";

export const distributionCommands = {
  async assign(player, unit, dice) {
    const model = player.asset(dice);
    const { id } = dice.pick(player.people);
    const draft = { registeredUser: id, amount: amountOf(dice), readyForDistribution: dice.chance(0.9) };
    const free = (await model.look(unit)).freeSats();
    const by = dice.chance(0.3) ? player.stage.manager : player.stage.issuer;
    const isGranted = by === player.stage.issuer || player.models.indexOf(model) === 0;
    const [made] = await expected(draft.amount <= free && isGranted, () =>
      player.ask(unit, "createAssignment", {
        params: paramsOf(model),
        body: { assignments: [{ ...draft, vestingTimestamp: null }] },
        by,
      }),
    );
    if (made)
      model.assignments.push({ id: made.id, amountSats: draft.amount, isDistributed: false, order: null });
    return model;
  },

  async changeAssignment(player, unit, dice) {
    const model = player.asset(dice);
    const { id, order } = dice.pick(model.assignments);
    const params = { ...paramsOf(model), assignmentId: String(id) };
    const name = dice.pick(["lockAssignment", "unlockAssignment", "deleteAssignment"] as const);
    await expected(order === null, () => player.ask(unit, name, { params }));
    if (name !== "deleteAssignment") return model;
    const place = model.assignments.findIndex((assignment) => assignment.id === id);
    model.assignments.splice(place, 1);
    return model;
  },

  async orderDistribution(player, unit, dice) {
    const model = player.asset(dice);
    const made = await player.ask(unit, "createDistribution", { params: paramsOf(model) });
    if (made.distributionUuid === undefined) throw new NothingToDo();
    const listed = await player.ask(unit, "listAssignments", { params: paramsOf(model), query: {} });
    const taken = listed.filter((row) => row.distributionUuid === made.distributionUuid).map(({ id }) => id);
    const order: Order = {
      kind: "distribution",
      amountSats: 0n,
      isOpen: true,
      uuid: made.distributionUuid,
      payments: made.mapAddressAmount,
      assignmentIds: taken,
    };
    model.orders.push(order);
    for (const assignment of model.assignments) if (taken.includes(assignment.id)) assignment.order = order;
    return model;
  },

  /** Once or again: nothing but the issuer's care keeps an order from being paid twice. */
  async sendDistribution(player, unit, dice) {
    const model = player.asset(dice);
    const isPaid = (order: Order) => model.sent.some((sent) => sent.order === order);
    const order = dice.prefer(
      openOf(model).filter((candidate) => !isPaid(candidate)),
      distributionsOf(model),
    );
    const txid = await chain.payOrder(unit, order.payments ?? {}, model.asset.assetId);
    model.sent.push({ txid, kind: "distribution", amountSats: 0n, order });
    return model;
  },

  async confirmDistribution(player, unit, dice) {
    const model = player.asset(dice);
    if (dice.chance(0.7)) await mine(unit, 2);
    const order = dice.prefer(openOf(model), distributionsOf(model));
    const own = model.sent.filter((sent) => sent.order === order);
    const sent = dice.prefer(own, model.sent);
    await confirmDistribution(player, unit, model, order, sent);
    return model;
  },

  async cancel(player, unit, dice) {
    const model = player.asset(dice);
    const order = dice.prefer(openOf(model), distributionsOf(model));
    await expected(order.isOpen, () =>
      player.ask(unit, "cancelDistribution", {
        params: { ...paramsOf(model), distributionUuid: order.uuid ?? "" },
      }),
    );
    order.isOpen = false;
    for (const assignment of model.assignments) if (assignment.order === order) assignment.order = null;
    return model;
  },
} satisfies Record<string, Command>;

export async function confirmDistribution(
  player: Player,
  unit: Unit,
  model: AssetModel,
  order: Order,
  sent: Sent,
): Promise<void> {
  const isKnown = model.booked.has(sent.txid) && sent.order === order && order.txid === sent.txid;
  const isRight = order.isOpen && isMadeFor(sent, order) && (await isRipe(unit, model, sent.txid));
  const params = { ...paramsOf(model), distributionUuid: order.uuid ?? "" };
  const body = await chain.distributionBody(unit, model.asset, sent.txid);
  await expected(isKnown || isRight, () => player.ask(unit, "confirmDistribution", { params, body }));
  if (isKnown) return;
  await book(unit, model, sent, 0n, order);
  order.txid = sent.txid;
  for (const assignment of model.assignments) if (assignment.order === order) assignment.isDistributed = true;
}

const openOf = (model: AssetModel) => distributionsOf(model).filter(({ isOpen }) => isOpen);
const distributionsOf = (model: AssetModel) => model.orders.filter(({ kind }) => kind === "distribution");
