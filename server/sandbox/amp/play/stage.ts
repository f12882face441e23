import type { LiveEnv, Unit } from "../../world";
import { type Account, findByUsername, toAccount } from "../accounts";
import * as chain from "./chain";
import { mine } from "./command";
import { issueTo } from "./commands";
import { confirmDistribution } from "./distribution-commands";
import { AssetModel, type Order } from "./model";
import { Player, type Stage } from "./player";
import { reissueTo } from "./supply-commands";

const PEOPLE = 4;
/** Of the first asset's treasury, so that a wrong payment does not lose all of it. */
const COINS = 6;

/** Two assets with holders, an order of each kind, and enough blocks that no reorganisation reaches their beginning. */
export async function setTheStage(unit: Unit, env: LiveEnv): Promise<Stage> {
  const issuer = await accountOf(unit, "issuer");
  const manager = await accountOf(unit, "manager");
  const player = new Player(env, {
    issuer,
    manager,
    people: [],
    strangers: [],
    models: () => [],
  });
  for (let number = 1; number <= PEOPLE; number += 1) {
    const gaid = await unit.ledger.createGaid();
    const body = { name: `Person ${number} ${gaid.slice(-8)}`, isCompany: false, gaid };
    player.people.push({ id: (await player.ask(unit, "addRegisteredUser", { body })).id, gaid });
  }
  const strangers = [await unit.ledger.createGaid(), await unit.ledger.createGaid()];
  for (let coin = 0; coin < 8; coin += 1) await unit.node.fund(chain.TREASURY, 5_000_000n);
  const models = [
    await issueTo(player, unit, { amount: 500_000n }),
    await issueTo(player, unit, { amount: 900_000n }),
  ];
  await mine(unit, 3);
  for (const model of models) await distribute(player, unit, model);
  for (const model of models.slice(0, 1))
    for (let coin = 0; coin < COINS; coin += 1) await reissueTo(player, unit, model, 250_000n);
  const [first] = models;
  const params = { managerId: String(manager.id), assetUuid: first?.asset.uuid ?? "" };
  await player.ask(unit, "addManagerAsset", { params });
  await mine(unit, 4);
  return { issuer, manager, people: player.people, strangers, models: () => models.map(copyOf) };
}

async function accountOf({ db }: Unit, name: string): Promise<Account> {
  const row = await findByUsername(db, name);
  if (!row) throw new Error(`There is no ${name}.`);
  return toAccount(row);
}

async function distribute(player: Player, unit: Unit, model: AssetModel): Promise<void> {
  const params = { assetUuid: model.asset.uuid };
  await player.ask(unit, "authorizeAsset", { params });
  for (const { id: registeredUser } of player.people.slice(0, 3)) {
    const draft = { registeredUser, amount: 100_000n, readyForDistribution: true, vestingTimestamp: null };
    const [made] = await player.ask(unit, "createAssignment", { params, body: { assignments: [draft] } });
    if (made)
      model.assignments.push({ id: made.id, amountSats: made.amount, isDistributed: false, order: null });
  }
  const made = await player.ask(unit, "createDistribution", { params });
  if (made.distributionUuid === undefined) throw new Error("There was nothing to distribute.");
  const order: Order = {
    kind: "distribution",
    amountSats: 0n,
    isOpen: true,
    uuid: made.distributionUuid,
    payments: made.mapAddressAmount,
  };
  model.orders.push(order);
  for (const assignment of model.assignments) assignment.order = order;
  const txid = await chain.payOrder(unit, made.mapAddressAmount, model.asset.assetId);
  const sent = { txid, kind: "distribution" as const, amountSats: 0n, order };
  model.sent.push(sent);
  await mine(unit, 2);
  await confirmDistribution(player, unit, model, order, sent);
}

/** The models are changed by a play; each play begins with models of its own. */
function copyOf(model: AssetModel): AssetModel {
  const copy = new AssetModel(model.asset);
  for (const [key, output] of model.managed) copy.managed.set(key, { ...output });
  for (const [txid, booked] of model.booked) copy.booked.set(txid, booked);
  const orders = new Map(model.orders.map((order) => [order, { ...order }]));
  copy.orders.push(...orders.values());
  copy.sent.push(
    ...model.sent.map((sent) => ({ ...sent, ...(sent.order && { order: orders.get(sent.order) as Order }) })),
  );
  copy.assignments.push(
    ...model.assignments.map((assignment) => ({
      ...assignment,
      order: (assignment.order && orders.get(assignment.order)) ?? null,
    })),
  );
  return copy;
}
