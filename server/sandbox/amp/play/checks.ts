import type { Unit } from "../../world";
import { freeTreasurySats } from "../treasury";
import { type AssetModel, keyOf, type View } from "./model";
import type { Player } from "./player";
import type { Dice } from "./random";

/** Compares every figure of AMP with the model's. @throws Error that names the figure */
export async function checkBooks(
  unit: Unit,
  player: Player,
  models: AssetModel[],
  { dice, isLast }: { dice: Dice; isLast: boolean },
): Promise<void> {
  for (const model of models) {
    const view = await model.look(unit);
    const check = new Check(unit, player, model, view);
    await check.now();
    const parts = isLast ? [0, 1, 2, 3, 4] : [dice.below(5)];
    for (const part of parts) await check.part(part, dice);
    for (let count = isLast ? 5 : 1; count > 0; count -= 1) await check.at(view.tip - dice.below(10));
  }
}

class Check {
  constructor(
    private readonly unit: Unit,
    private readonly player: Player,
    private readonly model: AssetModel,
    private readonly view: View,
  ) {}

  private get request() {
    return { params: { assetUuid: this.model.asset.uuid } };
  }

  async now(): Promise<void> {
    const owned = await this.player.ask(this.unit, "listOwnerships", { ...this.request, query: {} });
    equal("ownerships", ownersOf(owned), this.view.owners(null));
    const { lostOutputs, reissuanceLostOutputs } = await this.player.ask(
      this.unit,
      "listLostOutputs",
      this.request,
    );
    equal("lost outputs", setOf(lostOutputs.map(keyOf)), this.lostKeys(false));
    equal("lost tokens", setOf(reissuanceLostOutputs.map(keyOf)), this.lostKeys(true));
    this.identity(owned, null);
  }

  async part(number: number, dice: Dice): Promise<void> {
    if (number === 0) await this.summary();
    if (number === 1) await this.balances();
    if (number === 2) await this.utxos();
    if (number === 3) await this.lostAmounts(dice);
    if (number === 4)
      equal("free", await freeTreasurySats(this.unit, this.model.asset), this.view.freeSats());
  }

  async at(height: number): Promise<void> {
    const owned = await this.player.ask(this.unit, "listOwnerships", { ...this.request, query: { height } });
    equal(`ownerships at ${height} of ${this.view.tip}`, ownersOf(owned), this.view.owners(height));
    this.identity(owned, height);
  }

  private identity(owned: { amount: bigint }[], height: number | null): void {
    for (const { amount } of owned) if (amount <= 0n) throw new Error(`An ownership tells ${amount} sats.`);
    const total = owned.reduce((sum, { amount }) => sum + amount, this.view.lostSats(height));
    equal(`the identity at ${height ?? "now"}`, total, this.view.supplySats(height));
  }

  async summary(): Promise<void> {
    const summary = await this.player.ask(this.unit, "getSummary", this.request);
    equal("supply", summary.issued + summary.reissued - summary.burned, this.view.supplySats(null));
    const held = this.view.held(null);
    const blacklisted = held.filter((output) => this.model.blacklist.has(keyOf(output)));
    equal("blacklisted", summary.blacklisted, total(blacklisted));
    equal("tokens", summary.reissuanceTokens, total(this.view.held(null, true)));
    equal("GAIDs", summary.activeGreenSubaccounts, new Set(held.flatMap(({ gaid }) => gaid ?? [])).size);
    const open = this.model.assignments.filter(({ isDistributed }) => !isDistributed);
    equal("assigned", summary.assigned, total(open));
  }

  async balances(): Promise<void> {
    const balance = await this.player.ask(this.unit, "getBalance", this.request);
    equal("confirmed balance", ownersOf(balance.confirmedBalance), this.view.confirmed());
    equal("lost outputs of balance", setOf(balance.lostOutputs.map(keyOf)), this.lostKeys(false));
    equal("lost tokens of balance", setOf(balance.reissuanceLostOutputs.map(keyOf)), this.lostKeys(true));
    const owners = this.view.owners(null);
    for (const { gaid } of this.player.stage.people) {
      const params = { ...this.request.params, gaid };
      const { balance: sats } = await this.player.ask(this.unit, "getGaidBalance", { params });
      equal(`balance of ${gaid}`, sats, owners.get(gaid) ?? 0n);
    }
  }

  async utxos(): Promise<void> {
    const utxos = await this.player.ask(this.unit, "listUtxos", this.request);
    const tell = (key: string, sats: bigint, isBlacklisted: boolean) => `${key} ${sats} ${isBlacklisted}`;
    const held = this.view.held(null).map((output) => {
      const key = keyOf(output);
      return tell(key, output.amountSats, this.model.blacklist.has(key));
    });
    equal("utxos", setOf(utxos.map((row) => tell(keyOf(row), row.amount, row.blacklisted))), setOf(held));
    const transactions = await this.player.ask(this.unit, "listTransactions", { ...this.request, query: {} });
    const shown = setOf(transactions.map(({ txid }) => txid));
    const settled = [...this.model.booked.keys()].filter((txid) => this.view.heightOf(txid) !== null);
    equal("transactions", shown, setOf(settled));
  }

  /** What is lost can be looked up by its outpoint. */
  async lostAmounts(dice: Dice): Promise<void> {
    const keys = [...this.view.lost.keys()];
    for (const key of keys.length > 0 ? [dice.pick(keys)] : []) {
      const output = this.model.managed.get(key);
      if (!output || this.view.heightOf(output.txid) === null) continue;
      const params = { ...this.request.params, txid: output.txid };
      const tx = await this.player.ask(this.unit, "getTransaction", { params });
      const told = tx.outputs.find(({ vout }) => vout === output.vout)?.amount;
      equal(`the amount of the lost output ${key}`, told, output.amountSats);
    }
  }

  private lostKeys(isToken: boolean): string[] {
    return setOf(
      [...this.view.lost.keys()].filter((key) => this.model.managed.get(key)?.isToken === isToken),
    );
  }
}

const total = (rows: { amountSats: bigint }[]) => rows.reduce((sum, { amountSats }) => sum + amountSats, 0n);
const setOf = (keys: string[]) => [...keys].sort();
const ownersOf = (rows: { gaid: string | null; amount: bigint }[]) =>
  new Map(rows.map(({ gaid, amount }) => [gaid ?? "", amount]));

function equal(what: string, told: unknown, expected: unknown): void {
  const [one, other] = [print(told), print(expected)];
  if (one !== other) throw new Error(`${what}: AMP says ${one}, the model ${other}`);
}

function print(value: unknown): string {
  if (value instanceof Map) return print([...value].map(([key, amount]) => `${key}=${amount}`).sort());
  return Array.isArray(value) ? `[${value.join(", ")}]` : String(value);
}
