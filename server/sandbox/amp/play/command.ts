import type { Unit } from "../../world";
import { settleHeights } from "../books";
import { AmpRefusal } from "../refusal";
import type { AssetModel, Order, Sent } from "./model";
import type { Player } from "./player";
import type { Dice } from "./random";

/** @returns the one asset that it touches; nothing when it may touch all */
export type Command = (player: Player, unit: Unit, dice: Dice) => Promise<AssetModel | undefined>;

export const paramsOf = ({ asset }: AssetModel) => ({ assetUuid: asset.uuid });
export const amountOf = (dice: Dice) => BigInt(dice.between(1, 400) * 1000);

export async function mine(unit: Unit, blocks: number): Promise<void> {
  await unit.ledger.mine(blocks);
  await settleHeights(unit);
}

/** Whether AMP has to take the transaction, if it is what it should be. */
export async function isRipe(unit: Unit, model: AssetModel, txid: string): Promise<boolean> {
  const tx = await unit.ledger.transaction(txid);
  return (tx?.confirmations ?? 0) >= 2 && !model.booked.has(txid) && (await model.spendsTreasury(unit, txid));
}

export async function book(
  unit: Unit,
  model: AssetModel,
  { txid, kind }: Sent,
  supplySats: bigint,
  order?: Order,
) {
  if (kind === "outside") throw new Error("AMP confirmed what it should not.");
  await bookTransaction(unit, model, txid, kind, supplySats);
  if (order) order.isOpen = false;
}

export async function bookTransaction(
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
export async function expected<T>(isRight: boolean, ask: () => Promise<T>): Promise<T> {
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
