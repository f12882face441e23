import { afterAll, beforeAll, expect, it } from "vitest";
import { isFullRun, seedOf } from "@/server/platform/testing";
import { startTestSandbox, type TestSandbox } from "../testing";
import type { Unit } from "../world";
import { type Account, findByUsername, toAccount } from "./accounts";
import * as chain from "./play/chain";
import { mine } from "./play/command";
import { type CommandName, commands, issueTo } from "./play/commands";
import { confirmDistribution } from "./play/distribution-commands";
import { AssetModel, type Order } from "./play/model";
import { type Played, play, type Step } from "./play/play";
import { Player, type Stage } from "./play/player";
import { seededRandom } from "./play/random";
import { reissueTo } from "./play/supply-commands";

/**
 * Random lives of assets, about a hundred calls of AMP each, checked after every one. BOOKS_PLAYS sets how many there are
 * (a few, in `npm run test:full` hundreds), BOOKS_SEED what they are made from; a failure prints the seed and the shortest
 * play that still fails.
 */
const PLAYS = Number(process.env.BOOKS_PLAYS ?? (isFullRun ? 200 : 3));
const SEED = seedOf("BOOKS_SEED");
const STEPS = 16;
const PEOPLE = 4;
/** Of the first asset's treasury, so that a wrong payment does not lose all of it. */
const COINS = 6;

let sandbox: TestSandbox;
let stage: Stage;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  stage = await sandbox.world.write(setTheStage);
});

afterAll(() => sandbox?.stop());

/** How often each command comes, of a hundred or so. */
const WEIGHTS: Record<CommandName, number> = {
  issue: 1,
  mine: 10,
  assign: 10,
  changeAssignment: 2,
  orderDistribution: 9,
  sendDistribution: 8,
  confirmDistribution: 12,
  cancel: 3,
  orderBurn: 5,
  burn: 6,
  confirmBurn: 8,
  orderReissuance: 4,
  reissue: 5,
  confirmReissuance: 7,
  spendOutside: 4,
  transfer: 8,
  mark: 4,
  deleteUser: 1,
  reorganise: 5,
};

const bag = (Object.keys(commands) as CommandName[]).flatMap((name) =>
  Array<CommandName>(WEIGHTS[name]).fill(name),
);

function write(seed: number): Step[] {
  const next = seededRandom(seed);
  return Array.from({ length: STEPS }, () => ({
    name: bag[Math.floor(next() * bag.length)] ?? "mine",
    seed: Math.floor(next() * 2 ** 31),
  }));
}

it("keeps issued + reissued − burned = ownerships + lost, whatever happens", {
  timeout: 60_000 + PLAYS * 5_000,
}, async () => {
  const done = new Map<string, number>();
  let calls = 0;
  for (let number = 0; number < PLAYS; number += 1) {
    const script = write(SEED + number);
    const played = await play(sandbox.world, stage, script);
    calls += played.calls;
    for (const [name, count] of played.done) done.set(name, (done.get(name) ?? 0) + count);
    if (played.failure) throw await tellFailure(script, played.failure, SEED + number);
  }
  const checked = [...done.values()].reduce((sum, count) => sum + count, 0);
  console.info(`${PLAYS} plays: ${checked} commands and ${calls} calls of AMP, seed ${SEED}`, done);
  expect(checked).toBeGreaterThan(PLAYS * 3);
});

/** Leaves out of the failing play what it does not need. */
async function tellFailure(
  script: Step[],
  failure: NonNullable<Played["failure"]>,
  seed: number,
): Promise<Error> {
  let shortest = script.slice(0, failure.step + 1);
  let cause = failure.error;
  for (let index = shortest.length - 2; index >= 0; index -= 1) {
    const shorter = shortest.toSpliced(index, 1);
    const played = await play(sandbox.world, stage, shorter);
    if (!played.failure) continue;
    shortest = shorter.slice(0, played.failure.step + 1);
    cause = played.failure.error;
    index = Math.min(index, shortest.length - 1);
  }
  const story = shortest.map((step) => `${step.name}(${step.seed})`).join(" → ");
  return new Error(`BOOKS_SEED=${seed} BOOKS_PLAYS=1: ${story}: ${cause.message}`, { cause });
}

/** Two assets with holders, an order of each kind, and enough blocks that no reorganisation reaches their beginning. */
async function setTheStage(unit: Unit): Promise<Stage> {
  const issuer = await accountOf(unit, "issuer");
  const manager = await accountOf(unit, "manager");
  const player = new Player(sandbox.world.env, {
    issuer,
    manager,
    people: [],
    strangers: [],
    models: () => [],
  });
  for (let number = 1; number <= PEOPLE; number += 1) {
    const gaid = await unit.ledger.createGaid();
    const body = { name: `Person ${number}`, isCompany: false, gaid };
    player.people.push({ id: (await player.ask(unit, "addRegisteredUser", { body })).id, gaid });
  }
  const strangers = [await unit.ledger.createGaid()];
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
