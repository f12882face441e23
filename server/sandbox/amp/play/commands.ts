import { transferBetweenHolders } from "../../green/transfer";
import type { Unit } from "../../world";
import { findAssetByUuid } from "../asset-store";
import { settleHeights } from "../books";
import { AmpRefusal } from "../refusal";
import { unsettle } from "../unsettle";
import * as chain from "./chain";
import { AssetModel, isMadeFor, keyOf, type Order, type Sent } from "./model";
import type { Player } from "./player";
import { type Dice, NothingToDo } from "./random";

/** @returns the one asset that it touches; nothing when it may touch all */
type Command = (player: Player, unit: Unit, dice: Dice) => Promise<AssetModel | undefined>;

const paramsOf = ({ asset }: AssetModel) => ({ assetUuid: asset.uuid });
const amountOf = (dice: Dice) => BigInt(dice.between(1, 400) * 1000);
/** Few amounts, so that several orders often ask for the same one. */
const orderAmount = (dice: Dice) => BigInt(dice.between(1, 3) * 50_000);
/** Nearly always what an open order asks for, if there is one. */
const amountToSend = (model: AssetModel, kind: Order["kind"], dice: Dice) =>
  dice.prefer(
    model.orders.filter((order) => order.kind === kind && order.isOpen).map(({ amountSats }) => amountSats),
    [orderAmount(dice)],
  );

export const commands = {
  async issue(player, unit, dice) {
    if (player.models.length > 3) throw new NothingToDo();
    await issueTo(player, unit, { amount: BigInt(dice.between(1, 5) * 1_000_000) });
    return undefined;
  },

  async mine(_player, unit, dice) {
    await mine(unit, dice.between(1, 2));
    return undefined;
  },

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

  /** The node moves coins or the token, and nobody tells AMP. */
  async spendOutside(player, unit, dice) {
    const model = player.asset(dice);
    const { assetId, tokenId } = model.asset;
    const isToken = tokenId !== null && dice.chance(0.3);
    const to = dice.chance(0.7)
      ? await unit.node.getNewAddress(chain.TREASURY)
      : await unit.ledger.nextGaidAddress(dice.pick(player.people).gaid);
    const amountSats = isToken ? 1n : amountOf(dice);
    const txid = await chain.spend(unit, {
      outputs: [{ to, assetId: isToken ? tokenId : assetId, amountSats }],
    });
    model.sent.push({ txid, kind: "outside", amountSats });
    return model;
  },

  async transfer(player, unit, dice) {
    const model = player.asset(dice);
    const holders = [...(await model.look(unit)).owners(null).keys()].filter((gaid) => gaid !== "");
    const fromGaid = dice.pick(holders);
    const goesBack = dice.chance(0.3);
    const [treasury] = await player.ask(unit, "listTreasuryAddresses", { params: paramsOf(model) });
    const gaids = [...player.people.map(({ gaid }) => gaid), ...player.stage.strangers];
    const { txid } = await transferBetweenHolders(unit, {
      assetUuid: model.asset.uuid,
      fromGaid,
      to: goesBack ? { address: treasury ?? "" } : { gaid: dice.pick(gaids) },
      amountSats: BigInt(dice.between(1, 100) * 1000),
    });
    await bookTransaction(unit, model, txid, "transfer", 0n);
    return model;
  },

  async mark(player, unit, dice) {
    const model = player.asset(dice);
    const output = dice.pick([...model.managed.values()].filter(({ isToken }) => !isToken));
    const isHeld = (await model.look(unit)).held(null).includes(output);
    const name = dice.pick(["blacklistUtxos", "whitelistUtxos"] as const);
    const body = [{ txid: output.txid, vout: output.vout }];
    await expected(isHeld, () => player.ask(unit, name, { params: paramsOf(model), body }));
    if (name === "blacklistUtxos") model.blacklist.add(keyOf(output));
    else model.blacklist.delete(keyOf(output));
    return model;
  },

  async deleteUser(player, unit, dice) {
    const person = dice.pick(player.people);
    await player.ask(unit, "deleteRegisteredUser", { params: { registeredUserId: String(person.id) } });
    player.people.splice(player.people.indexOf(person), 1);
    return undefined;
  },

  /** Sometimes a transaction loses its place for good, with all that was built on it. */
  async reorganise(player, unit, dice) {
    const blocks = dice.between(1, 3);
    const { height } = await unit.ledger.tip();
    const loose: string[] = [];
    for (const txid of player.models.flatMap(({ booked, sent }) => [
      ...booked.keys(),
      ...sent.map((tx) => tx.txid),
    ])) {
      const tx = await unit.ledger.transaction(txid);
      if (tx && tx.conflictedHeight === null && (tx.block?.height ?? height + 1) > height - blocks)
        loose.push(txid);
    }
    const conflict = loose.length > 0 && dice.chance(0.6) ? [dice.pick(loose)] : [];
    const end = await unit.ledger.reorganise({ blocks, conflict, remine: dice.chance(0.7) });
    await unsettle(unit.db, [...new Set([...end.disconnected, ...end.conflicted])]);
    await settleHeights(unit);
    return undefined;
  },
} satisfies Record<string, Command>;

export type CommandName = keyof typeof commands;

export async function mine(unit: Unit, blocks: number): Promise<void> {
  await unit.ledger.mine(blocks);
  await settleHeights(unit);
}

/** Issues to the treasury wallet. */
export async function issueTo(
  player: Player,
  unit: Unit,
  { amount }: { amount: bigint },
): Promise<AssetModel> {
  const made = await player.ask(unit, "issueAsset", {
    body: {
      ...{
        name: "A fund of the play",
        amount,
        precision: 0,
        isConfidential: false,
        transferRestricted: false,
      },
      destinationAddress: await unit.node.getNewAddress(chain.TREASURY),
      ...{ isReissuable: true, reissuanceAmount: 1n },
      reissuanceAddress: await unit.node.getNewAddress(chain.TREASURY),
    },
  });
  const asset = await findAssetByUuid(unit.db, made.assetUuid);
  if (!asset) throw new Error("The asset was not stored.");
  const model = new AssetModel(asset);
  player.models.push(model);
  await bookTransaction(unit, model, made.txid, "issuance", amount);
  return model;
}

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

const openSent = (model: AssetModel, wanted: Sent["kind"]) =>
  model.sent.filter(({ kind, txid }) => kind === wanted && !model.booked.has(txid));
const openOf = (model: AssetModel) => distributionsOf(model).filter(({ isOpen }) => isOpen);
const distributionsOf = (model: AssetModel) => model.orders.filter(({ kind }) => kind === "distribution");

/** Whether AMP has to take the transaction, if it is what it should be. */
async function isRipe(unit: Unit, model: AssetModel, txid: string): Promise<boolean> {
  const tx = await unit.ledger.transaction(txid);
  return (tx?.confirmations ?? 0) >= 2 && !model.booked.has(txid) && (await model.spendsTreasury(unit, txid));
}

async function book(unit: Unit, model: AssetModel, { txid, kind }: Sent, supplySats: bigint, order?: Order) {
  if (kind === "outside") throw new Error("AMP confirmed what it should not.");
  await bookTransaction(unit, model, txid, kind, supplySats);
  if (order) order.isOpen = false;
}

async function bookTransaction(
  unit: Unit,
  model: AssetModel,
  txid: string,
  kind: Parameters<AssetModel["book"]>[1],
  supplySats: bigint,
): Promise<void> {
  const tx = await unit.ledger.transaction(txid);
  if (!tx) throw new Error(`The transaction ${txid} is not on the chain.`);
  const gaids = await unit.ledger.gaidsOfScripts(tx.outputs.map(({ scriptHex }) => scriptHex));
  model.book(tx, kind, supplySats, (script) => gaids.get(script) ?? null);
}

/** Asks AMP, which must say yes exactly when the model does. @throws AmpRefusal when both say no */
async function expected<T>(isRight: boolean, ask: () => Promise<T>): Promise<T> {
  try {
    const answer = await ask();
    if (isRight) return answer;
  } catch (error) {
    if (isRight && error instanceof AmpRefusal)
      throw new Error(`AMP refused what was right: ${error.message}`);
    throw error;
  }
  throw new Error("AMP accepted what it should have refused.");
}
