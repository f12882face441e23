import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "@/server/bin/launch/build.mjs";
import { freePort } from "@/server/bin/launch/ports.mjs";
import { ensurePostgres } from "@/server/bin/launch/postgres.mjs";
import { Processes } from "@/server/bin/launch/processes.mjs";
import { isFullRun, type Wire } from "@/server/platform/testing";
import { KillableSandbox, repeat } from "./testing";
import {
  type Journal,
  type Scene,
  setScene,
  writeBlock,
  writeCategory,
  writeOrders,
  writePayment,
  writeUser,
} from "./testing-writers";

/** Each costs seconds; `npm run test:full` makes all of them. */
const KILLS = isFullRun ? 20 : 5;
/** So many are answered at least between two kills, however slow the machine. */
const WRITES_PER_LIFE = 5;
/** The last ones take PostgreSQL along. */
const POSTGRES_KILLS = isFullRun ? 2 : 1;

const root = path.resolve(import.meta.dirname, "../../..");
const dir = `.data/kill-${process.pid}`;
let folder: string;
let processes: Processes;
let sandbox: KillableSandbox;

/** One that waits for the disk: the tests' common PostgreSQL does not. */
const startPostgres = () => ensurePostgres({ root, folder, processes, settings: [] });

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "kill-"));
  fs.chmodSync(folder, 0o755);
  processes = new Processes({ logs: folder });
  await build({ root, dir, only: "sandbox", say: () => {} });
  const { url } = await startPostgres();
  sandbox = new KillableSandbox(path.join(root, dir, "bin/sandbox.mjs"), root, await freePort(), {
    SANDBOX_DATABASE_URL: url,
    SANDBOX_SEED: "empty",
    SANDBOX_BLOCK_SECONDS: "0",
  });
  await sandbox.start();
}, 120_000);
afterAll(async () => {
  await sandbox?.kill();
  await processes?.endAll();
  fs.rmSync(path.join(root, dir), { recursive: true, force: true });
  fs.rmSync(folder, { recursive: true, force: true });
});

/** Without a word to its helpers, which end when they notice. What an answer promised must be in its log by then. */
async function killPostgres(): Promise<void> {
  const pid = Number(fs.readFileSync(path.join(folder, "data/postmaster.pid"), "utf8").split("\n")[0]);
  process.kill(-pid, "SIGKILL");
  await sleep(50);
  await startPostgres();
}

const sizeOf = (journal: Journal) => Object.values(journal).reduce((sum, entries) => sum + entries.length, 0);

test(`finds every answered write after ${KILLS} kills at random moments, and the supply adds up`, async () => {
  const scene = await setScene(sandbox);
  const writers = [writeUser, writeCategory, writePayment, writeBlock, writeOrders].map((write) =>
    repeat(() => write(scene)),
  );
  for (let kill = 1; kill <= KILLS; kill++) {
    const enough = sizeOf(scene.journal) + WRITES_PER_LIFE;
    await expect.poll(() => sizeOf(scene.journal), { timeout: 60_000, interval: 5 }).toBeGreaterThan(enough);
    await sleep(Math.random() * 300);
    await sandbox.kill();
    if (kill > KILLS - POSTGRES_KILLS) await killPostgres();
    await sandbox.start();
  }
  await Promise.all(writers.map((writer) => writer.stop()));
  expect(sandbox.errors).toBe("");
  await expectJournal(scene);
  await expectSupply(scene);
}, 600_000);

test("lets a running call finish when it is told to end, and drops what was to happen later", async () => {
  const fault = { surface: "amp", target: "addCategory", remaining: 1 };
  await sandbox.control("POST", "/faults", { ...fault, kind: "latency", ms: 800 });
  await sandbox.control("POST", "/faults", {
    surface: "node",
    target: "createwallet",
    kind: "server_error",
    effect: "later",
    after_ms: 60_000,
  });
  await expect(sandbox.rpc("createwallet", ["late"])).rejects.toThrow(/500/);
  const name = "Asked for before the end";
  const call = sandbox.amp("POST", "/categories/add", { name, description: "" });
  await sleep(200);
  const code = sandbox.end();
  expect(await call).toMatchObject({ name });
  expect(await code).toBe(0);
  await sandbox.start();
  expect(await sandbox.amp("GET", "/categories")).toContainEqual(expect.objectContaining({ name }));
  expect(await sandbox.rpc("listwallets")).not.toContain("late");
  expect(sandbox.errors).toBe("");
}, 120_000);

async function expectJournal({ journal, assetUuid }: Scene): Promise<void> {
  const counts = Object.entries(journal).map(([kind, entries]) => [kind, entries.length]);
  console.info(`answered writes: ${counts.map(([kind, count]) => `${count} ${kind}`).join(", ")}`);
  const { distributions: sent, reissuances: made, burns } = journal;
  for (const entries of [journal.users, journal.categories, journal.payments, [...sent, ...made, ...burns]]) {
    expect(entries).not.toEqual([]);
  }

  const users: Wire[] = await sandbox.amp("GET", "/registered_users");
  expect(users).toEqual(expect.arrayContaining(journal.users.map((user) => expect.objectContaining(user))));
  const categories: Wire[] = await sandbox.amp("GET", "/categories");
  expect(categories).toEqual(
    expect.arrayContaining(journal.categories.map((category) => expect.objectContaining(category))),
  );
  const members = categories.flatMap(({ id, registered_users }: Wire) =>
    registered_users.map((user: number) => `${user} in ${id}`),
  );
  expect(members).toEqual(
    expect.arrayContaining(journal.members.map(({ category, user }) => `${user} in ${category}`)),
  );

  const base = `/assets/${assetUuid}`;
  const assignments: Wire[] = await sandbox.amp("GET", `${base}/assignments`);
  const kept = assignments.map(({ id, registered_user: user, amount }) => ({ id, user, amount }));
  expect(kept).toEqual(expect.arrayContaining(journal.assignments));
  const distributions: Wire[] = await sandbox.amp("GET", `${base}/distributions`);
  const confirmed = distributions
    .filter(({ distribution_status }) => distribution_status === "CONFIRMED")
    .map(({ distribution_uuid: uuid, transactions: [{ txid }] }) => ({ uuid, txid }));
  expect(confirmed).toEqual(expect.arrayContaining(journal.distributions));
  const reissuances: Wire[] = await sandbox.amp("GET", `${base}/reissuances`);
  expect(reissuances.map(({ txid, reissuance_amount: amount }) => ({ txid, amount }))).toEqual(
    expect.arrayContaining(journal.reissuances),
  );

  const entries: Wire[] = await sandbox.rpc("listtransactions", ["*", 100_000]);
  const payments = [...new Set(entries.map(({ txid, comment }) => `${txid} ${comment}`))];
  expect(payments).toEqual(
    expect.arrayContaining(journal.payments.map(({ txid, comment }) => `${txid} ${comment}`)),
  );
  for (const { height, hash } of journal.blocks)
    expect(await sandbox.rpc("getblockhash", [height])).toBe(hash);
}

/** issued + reissued − burned = ownerships + lost, and each of them is what was answered. */
async function expectSupply({ journal, assetUuid }: Scene): Promise<void> {
  const base = `/assets/${assetUuid}`;
  const summary = await sandbox.amp("GET", `${base}/summary`);
  const owners: { amount: number }[] = await sandbox.amp("GET", `${base}/ownerships`);
  const { lost_outputs } = await sandbox.amp("GET", `${base}/lost-outputs`);
  const total = (entries: { amount: number }[]) => entries.reduce((sum, { amount }) => sum + amount, 0);
  expect(lost_outputs).toEqual([]);
  expect(total(owners)).toBe(summary.issued + summary.reissued - summary.burned);
  expect(summary.reissued).toBe(total(journal.reissuances));
  expect(summary.burned).toBe(total(journal.burns));
}
