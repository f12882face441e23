import { afterAll, beforeAll, expect, it } from "vitest";
import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import type { ChangeKind, HolderChange } from "@/lib/domain/ownership-difference";
import { concentrationOf, lorenzOf } from "@/lib/domain/testing-owners";
import { openTestDesk, sandboxEnv, type TestDesk } from "@/server/db/testing";
import { withRequestId } from "@/server/platform/request-context";
import { numberOf, seedOf } from "@/server/platform/testing";
import { type CommandName, commands } from "@/server/sandbox/amp/play/commands";
import { type AssetModel, keyOf, type View } from "@/server/sandbox/amp/play/model";
import { refusal, type Step } from "@/server/sandbox/amp/play/play";
import { Player } from "@/server/sandbox/amp/play/player";
import { Dice } from "@/server/sandbox/amp/play/random";
import { setTheStage } from "@/server/sandbox/amp/play/stage";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { signInAtDesk } from "@/server/treasury/testing";
import { readOwnership } from "./ownership";
import { readDifference } from "./ownership-difference";
import { checkHeight } from "./ownership-history";

/**
 * Random lives of assets at an AMP that the desk asks over HTTP: orders paid late, twice or not at all, outputs lost,
 * blocks turned back, accounts registered afterwards, users deleted. Every few steps what the desk shows is laid beside
 * the rules of the books, now and at random heights. OWNERSHIP_LIVES sets how many there are, OWNERSHIP_PLAY_SEED what
 * they are made from; a failure prints the seed and what was done.
 */
const LIVES = numberOf("OWNERSHIP_LIVES", 2, 40);
const SEED = seedOf("OWNERSHIP_PLAY_SEED");
const LOOK_EVERY = 12;
const HEIGHTS = 2;

/** How often each command comes in a life; they are shuffled, so that each life has some of each. */
const WEIGHTS: Partial<Record<CommandName, number>> = {
  ...{ mine: 4, transfer: 6, mark: 4, spendOutside: 2, reorganise: 3, register: 4, deleteUser: 1 },
  ...{ assign: 5, orderDistribution: 4, sendDistribution: 5, confirmDistribution: 5 },
  ...{ orderBurn: 1, burn: 2, confirmBurn: 2, orderReissuance: 1, reissue: 2, confirmReissuance: 2 },
};

function writeLife(seed: number): Step[] {
  const dice = new Dice(seed);
  const bag = (Object.keys(WEIGHTS) as CommandName[]).flatMap((name) =>
    Array.from({ length: WEIGHTS[name] ?? 0 }, () => name),
  );
  return Array.from({ length: bag.length }, () => {
    const [name = "mine"] = bag.splice(dice.below(bag.length), 1);
    return { name, seed: dice.below(2 ** 31) };
  });
}

const done = new Map<CommandName, number>();
let lostSeen = 0;

let sandbox: TestSandbox;
let desk: TestDesk;
let actor: Actor;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  desk = await openTestDesk(sandboxEnv(sandbox.url));
  actor = await signInAtDesk();
});

afterAll(async () => {
  await desk?.close();
  await sandbox?.stop();
});

it("shows at random heights, now and between two of them what the movements add up to", {
  timeout: 120_000 + LIVES * 60_000,
}, async () => {
  for (let life = 0; life < LIVES; life += 1) await live(SEED + life);
  console.info(`${LIVES} lives, ${lostSeen} lost outputs looked at, seed ${SEED}`, done);
  expect([...done.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(LIVES * 10);
});

async function live(seed: number): Promise<void> {
  const { world } = sandbox;
  const player = new Player(world.env, await world.write((unit) => setTheStage(unit, world.env)));
  const script = writeLife(seed);
  for (const [index, step] of script.entries()) {
    await carryOut(player, step);
    if ((index + 1) % LOOK_EVERY !== 0) continue;
    try {
      // As one request, which asks AMP for a list once.
      const begunAt = performance.now();
      await withRequestId("look", () => look(player, new Dice(step.seed + 1)), { begunAt });
    } catch (error) {
      const story = script.slice(0, index + 1).map(({ name }) => name);
      throw new Error(`OWNERSHIP_PLAY_SEED=${seed} OWNERSHIP_LIVES=1: ${story.join(" → ")}`, {
        cause: error,
      });
    }
  }
}

const carryOut = (player: Player, { name, seed }: Step) =>
  sandbox.world
    .write((unit) => commands[name](player, unit, new Dice(seed)))
    .then(() => done.set(name, (done.get(name) ?? 0) + 1))
    .catch(refusal);

/** Compares all that the desk shows of one asset. */
async function look(player: Player, dice: Dice): Promise<void> {
  const model = player.asset(dice);
  const view = await sandbox.world.read((unit) => model.look(unit));
  const owner = await ownersToday(player);
  const assetUuid = model.asset.uuid;
  await sameNow(model, view, owner);
  const heights = Array.from({ length: HEIGHTS }, () => view.tip + 1 - dice.below(30));
  for (const height of heights) await sameAt(model, view, owner, height);
  await sameBetween(model, view, owner, heights);
  await samePaged(assetUuid, heights, dice);
}

/** However a list is sorted, its pages have every row once, in the order of the whole. */
async function samePaged(assetUuid: string, [from, to]: number[], dice: Dice): Promise<void> {
  const by = dice.pick(["user", "gaid"]);
  const owners = {
    sort: dice.pick(["amount", "-amount", "owner", "-owner"]),
    filters: { at: `${from}`, by },
  };
  const changes = {
    sort: `${dice.pick(["", "-"])}${dice.pick(["size", "owner", "change", "before", "after"])}`,
    filters: { from: `${from}`, to: `${to}`, by },
  };
  for (const [query, read] of [
    [owners, readOwnership],
    [changes, readDifference],
  ] as const) {
    const whole = await read(actor, assetUuid, { ...query, limit: 200 });
    const paged: { id: string }[] = [];
    let cursor: string | null = null;
    do {
      const asked: ListQuery = {
        ...query,
        limit: Math.ceil(whole.page.rows.length / 3) || 1,
        ...(cursor !== null && { cursor }),
      };
      const { page }: { page: ListPage<{ id: string }> } = await read(actor, assetUuid, asked);
      expect(page.total).toBe(whole.page.rows.length);
      paged.push(...page.rows);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect([query.sort, paged.map(({ id }) => id)]).toEqual([
      query.sort,
      whole.page.rows.map(({ id }) => id),
    ]);
  }
}

type Amounts = Map<string, bigint>;
type OwnerOf = (gaid: string) => string;

/** Whose each account is, as AMP answers for it alone. */
async function ownersToday(player: Player): Promise<OwnerOf> {
  const owners = new Map([["", "treasury"]]);
  const { people, strangers } = player.stage;
  for (const gaid of [...people.map((person) => person.gaid), ...strangers]) {
    const found = await sandbox.world
      .write((unit) => player.ask(unit, "getGaidUser", { params: { gaid } }))
      .catch(refusal);
    owners.set(gaid, found ? `user:${found.id}` : `account:${gaid}`);
  }
  return (gaid) => owners.get(gaid) ?? "";
}

/** What all booked transactions up to a block made and did not spend: what was lost meanwhile is among it. */
function movedBy({ managed }: AssetModel, view: View, height: number): Amounts {
  const isBy = (txid: string) => (view.heightOf(txid) ?? Number.POSITIVE_INFINITY) <= height;
  const held: Amounts = new Map();
  for (const { isToken, txid, spentIn, gaid, amountSats } of managed.values())
    if (!isToken && isBy(txid) && !(spentIn !== null && isBy(spentIn))) add(held, gaid ?? "", amountSats);
  return held;
}

const add = (sums: Amounts, name: string, sats: bigint) => sums.set(name, (sums.get(name) ?? 0n) + sats);

function byUser(held: Amounts, owner: OwnerOf): Amounts {
  const sums: Amounts = new Map();
  for (const [gaid, sats] of held) add(sums, owner(gaid), sats);
  return sums;
}

const byGaid = (held: Amounts): Amounts =>
  new Map([...held].map(([gaid, sats]) => [gaid === "" ? "treasury" : `gaid:${gaid}`, sats]));

const sorted = (amounts: Iterable<[string, bigint]>) =>
  [...amounts].filter(([, sats]) => sats !== 0n).sort(([one], [other]) => (one < other ? -1 : 1));

async function sameAmounts(
  assetUuid: string,
  { held, owner, at }: { held: Amounts; owner: OwnerOf; at: number | null },
) {
  const ask = (by: string) =>
    readOwnership(actor, assetUuid, {
      limit: 200,
      filters: { by, ...(at === null ? {} : { at: String(at) }) },
    });
  const when = `at ${at ?? "now"}`;
  const accounts = await ask("gaid");
  const told = accounts.page.rows.map(({ id, amountSats }): [string, bigint] => [id, amountSats]);
  expect([when, sorted(told)]).toEqual([when, sorted(byGaid(held))]);
  const users = await ask("user");
  const sums = byUser(held, owner);
  const shown = users.page.rows.map(({ id, amountSats }): [string, bigint] => [id, amountSats]);
  expect([when, sorted(shown)]).toEqual([when, sorted(sums)]);
  const amounts = [...sums].filter(([id]) => id !== "treasury").map(([, sats]) => sats);
  expect([when, users.concentration]).toEqual([when, concentrationOf(amounts)]);
  expect([when, users.lorenz]).toEqual([when, lorenzOf(amounts)]);
  return users;
}

async function sameNow(model: AssetModel, view: View, owner: OwnerOf): Promise<void> {
  const held = view.owners(null);
  const { figures, page } = await sameAmounts(model.asset.uuid, { held, owner, at: null });
  expect(figures.supplySats).toBe(view.supplySats(null));
  expect(figures.supplySats - figures.ownedSats).toBe(view.lostSats(null));
  const blacklisted: Amounts = new Map();
  for (const output of view.held(null))
    if (model.blacklist.has(keyOf(output))) add(blacklisted, owner(output.gaid ?? ""), output.amountSats);
  const told = page.rows.map(({ id, blacklistedSats }): [string, bigint] => [id, blacklistedSats ?? -1n]);
  expect(sorted(told)).toEqual(sorted(blacklisted));
}

async function sameAt(model: AssetModel, view: View, owner: OwnerOf, at: number): Promise<void> {
  const { uuid } = model.asset;
  const { figures } = await sameAmounts(uuid, { held: movedBy(model, view, at), owner, at });
  expect(figures.supplySats).toBe(view.supplySats(at));
  expect(figures.ownedSats).toBe(figures.supplySats);
  const lost = [...view.lost].filter(([key, from]) => {
    const isOfAsset = model.managed.get(key)?.isToken === false;
    return isOfAsset && from !== null && from <= at;
  });
  lostSeen += lost.length;
  const accounts = new Set(lost.map(([key]) => model.managed.get(key)?.gaid ?? ""));
  expect(await checkHeight(actor, uuid, at)).toMatchObject({
    height: at,
    verdict: lost.length > 0 ? "lost" : "agrees",
    accounts: accounts.size,
  });
}

function kindOfChange(before: bigint, after: bigint): ChangeKind {
  if (before === 0n) return "came";
  if (after === 0n) return "left";
  return after > before ? "gained" : "fell";
}

async function sameBetween(model: AssetModel, view: View, owner: OwnerOf, heights: number[]): Promise<void> {
  const [from = 0, to = 0] = [Math.min(...heights), Math.max(...heights)];
  const [before, after] = [movedBy(model, view, from), movedBy(model, view, to)];
  for (const [by, sums] of [
    ["gaid", byGaid],
    ["user", (held: Amounts) => byUser(held, owner)],
  ] as const) {
    const expected = new Map(sums(after));
    for (const [id, sats] of sums(before)) add(expected, id, -sats);
    const { page, figures } = await readDifference(actor, model.asset.uuid, {
      limit: 200,
      filters: { from: String(from), to: String(to), by },
    });
    const told = page.rows.map(({ id, changeSats }): [string, bigint] => [id, changeSats]);
    expect([from, to, sorted(told)]).toEqual([from, to, sorted(expected)]);
    const isOther = ({ change, beforeSats, afterSats }: HolderChange) =>
      change !== kindOfChange(beforeSats, afterSats);
    expect(page.rows.filter(isOther)).toEqual([]);
    expect(figures).toMatchObject({
      supplyBeforeSats: view.supplySats(from),
      supplyAfterSats: view.supplySats(to),
      treasurySats: expected.get("treasury") ?? 0n,
    });
  }
}
