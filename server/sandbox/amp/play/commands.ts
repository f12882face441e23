import { transferBetweenHolders } from "../../green/transfer";
import type { Unit } from "../../world";
import { findAssetByUuid } from "../asset-store";
import { settleHeights } from "../books";
import { unsettle } from "../unsettle";
import * as chain from "./chain";
import { amountOf, bookTransaction, type Command, expected, mine, paramsOf } from "./command";
import { distributionCommands } from "./distribution-commands";
import { AssetModel, keyOf } from "./model";
import type { Player } from "./player";
import { NothingToDo } from "./random";
import { supplyCommands } from "./supply-commands";

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

  ...distributionCommands,
  ...supplyCommands,

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

  /** A stranger's account becomes a new user's, every other one a further one of somebody's. */
  async register(player, unit, dice) {
    const { strangers } = player.stage;
    const gaid = dice.pick(strangers.filter((one) => !player.people.some((person) => person.gaid === one)));
    if (strangers.indexOf(gaid) % 2 === 0) {
      const body = { name: `Late ${gaid.slice(-8)}`, isCompany: false, gaid };
      player.people.push({ id: (await player.ask(unit, "addRegisteredUser", { body })).id, gaid });
    } else {
      const params = { registeredUserId: String(dice.pick(player.people).id) };
      await player.ask(unit, "addUserGaid", { params, body: gaid });
    }
    return undefined;
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
