import fs from "node:fs";
import os from "node:os";
import { parseArgs } from "node:util";
import { follow } from "./bench-treasury-run.mjs";
import { TreasuryServers } from "./bench-treasury-servers.mjs";
import { TreasuryWorld } from "./bench-treasury-world.mjs";
import { install, isInstalled } from "./install.mjs";
import { ProjectRoot } from "./paths.mjs";
import { duration } from "./progress.mjs";
import { median, quantile } from "./quantiles.mjs";
import { failSession, openSession } from "./session.mjs";

const BLOCKS_PER_TRANSACTION = 2;
const LIQUID_BLOCK_MS = 60_000;

/**
 * `npm run bench:treasury [-- --assignments 5000 --batch 60]`: a distribution that nobody attends, with sandbox and
 * worker as processes of their own, beside the least that a script has to ask. Ends with 1 when an aim is missed.
 */
export async function runBenchTreasury(argv) {
  let session;
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        assignments: { type: "string", default: "5000" },
        batch: { type: "string", default: "60" },
      },
    });
    session = await openSession(ProjectRoot, "bench-treasury", { interruptedCode: 130 });
    if (!isInstalled(ProjectRoot)) await session.progress.step("Installing packages", () => install(session));
    const missed = await measure(session, Number(values.assignments), Number(values.batch));
    for (const words of missed) session.progress.say(`  MISSED  ${words}`);
    await session.end(missed.length === 0 ? 0 : 1);
  } catch (error) {
    await failSession(session, error);
  }
}

async function measure(session, assignments, batchSize) {
  const { progress } = session;
  const transactions = Math.ceil(assignments / batchSize);
  progress.say(`Node ${process.version}, ${os.cpus().length} cores, load ${load()} at the start`);
  const servers = new TreasuryServers(session, batchSize);
  await servers.prepare();
  const world = new TreasuryWorld(servers.url);
  await world.signIn();
  await progress.step(`Making ${assignments} users and assignments`, (note) => world.fill(assignments, note));
  await world.keep("ready");

  const bare = await progress.step("A bare script", async () => {
    const began = Date.now();
    const asked = await world.distributeBare(batchSize);
    return { ...asked, wallMs: Date.now() - began };
  });
  await world.checkPaid(transactions);
  await world.putBack("ready");

  servers.startWorker();
  const before = await sizesOf(servers);
  const { operationId, ms: approvalMs } = await progress.step("Approving", () =>
    servers.person(world.asset.asset_uuid),
  );
  const height = await world.height();
  const run = await progress.step("The worker, unattended", (note) =>
    follow(servers, world, { operationId, transactions }, note),
  );
  const blocks = (await world.height()) - height;
  await world.checkPaid(transactions);
  await world.checkSent(operationId, transactions);
  const after = await sizesOf(servers);
  const [{ open }] = await servers.query("select count(*)::int as open from sessions where ended_at is null");

  const floor = BLOCKS_PER_TRANSACTION * transactions;
  print(progress, [
    ["assignments, transactions", `${assignments}, ${transactions}`],
    ["blocks used", `${blocks} (floor ${floor})`],
    ["wall time", `${duration(run.wallMs)}, a bare script ${duration(bare.wallMs)}`],
    ["of a bare script", `${(run.wallMs / bare.wallMs).toFixed(2)} ×`],
    [
      "between two blocks, longest",
      `${duration(run.longestMs)} (Liquid makes one in ${duration(LIQUID_BLOCK_MS)})`,
    ],
    ...run.interruptions.map(({ name, ms }) => [name, `next transaction booked after ${duration(ms)}`]),
    ["open sessions at the end", `${open}`],
    ["preview and approval", duration(approvalMs)],
    ["memory of the worker, most", `${run.memoryMb.toFixed(0)} MB`],
    ["database", `${mb(before.database)} before, ${mb(after.database)} after`],
    ["… operation, journal", `${mb(after.operations)}, ${mb(after.journal)} in ${after.lines} lines`],
  ]);
  printSteps(progress, servers.workerLog, transactions, bare);
  progress.say(`\n  load ${load()} at the end`);
  return blocks > floor ? [`${blocks} blocks, wanted ${floor}`] : [];
}

const load = () => os.loadavg()[0].toFixed(1);
const mb = (bytes) => `${(Number(bytes) / 2 ** 20).toFixed(1)} MB`;

async function sizesOf(servers) {
  const [sizes] = await servers.query(`select pg_database_size(current_database()) as database,
    pg_total_relation_size('operations') as operations, pg_total_relation_size('operation_journal') as journal,
    (select count(*) from operation_journal) as lines`);
  return sizes;
}

function print(progress, rows) {
  for (const [name, value] of rows) progress.say(`  ${name.padEnd(34)}${value}`);
}

/** From the worker's log: how long each step took, and how much of it AMP and the node were waited for. */
function printSteps(progress, file, transactions, bare) {
  const steps = fs
    .readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.includes('"treasury.step"'))
    .map((line) => JSON.parse(line));
  const sum = (key, some = steps) => some.reduce((total, step) => total + step[key], 0);
  const ownMs = ({ ms, outsideMs }) => ms - outsideMs;
  progress.say(
    `\n  ${"steps".padEnd(12)}${["count", "own p50", "own p95", "whole p50", "AMP", "node"].map((head) => head.padStart(11)).join("")}`,
  );
  const names = [...new Set(steps.map(({ step }) => step))];
  for (const name of [...names, "all"]) {
    const some = name === "all" ? steps : steps.filter(({ step }) => step === name);
    const own = some.map(ownMs);
    const cells = [
      `${some.length}`,
      `${median(own).toFixed(1)} ms`,
      `${quantile(own, 0.95).toFixed(1)} ms`,
      `${median(some.map(({ ms }) => ms)).toFixed(1)} ms`,
      `${sum("amp", some)}`,
      `${sum("node", some)}`,
    ];
    progress.say(`  ${name.padEnd(12)}${cells.map((cell) => cell.padStart(11)).join("")}`);
  }
  const [whole, outside] = [sum("ms"), sum("outsideMs")];
  print(progress, [
    ["steps in all, of it waiting", `${duration(whole)}, ${duration(outside)} for AMP and the node`],
    [
      "calls per transaction",
      `${(sum("amp") / transactions).toFixed(1)} of AMP, ${(sum("node") / transactions).toFixed(1)} of the node; a bare script ${(bare.calls / bare.transactions).toFixed(1)}`,
    ],
  ]);
}
