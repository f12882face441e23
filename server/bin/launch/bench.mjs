import os from "node:os";
import path from "node:path";
import { BenchBrowser } from "./bench-browser.mjs";
import { BenchCalls } from "./bench-calls.mjs";
import { dataAgainstAmp, exportUsers } from "./bench-data.mjs";
import { chartAgainstDownload, largestPaint, slowestInteraction } from "./bench-pages.mjs";
import { ensureBrowser } from "./browser.mjs";
import { isBuilt } from "./build-stamp.mjs";
import { deskPlaces } from "./desk-places.mjs";
import { install, isInstalled } from "./install.mjs";
import { LIMITS_KB, weighAll } from "./page-weight.mjs";
import { ProjectRoot } from "./paths.mjs";
import { freePort } from "./ports.mjs";
import { ensurePostgres, FORGETFUL } from "./postgres.mjs";
import { makeDatabase } from "./postgres-client.mjs";
import { processorTime, stolenSince } from "./processor.mjs";
import { deskSecrets } from "./secrets.mjs";
import { failSession, openSession } from "./session.mjs";
import { startStack } from "./stack.mjs";

const DIR = ".next";
const AIMS = { paintMs: 2_000, interactionMs: 200, chart: 1.5, csvSeconds: 5, csvMb: 64, data: 1.2 };
/** Heap that the desk may keep: what a file of any length adds to it is seen above. */
const HEAP = "--max-old-space-size=512";
/** AMP's stand-in shares the processor with what is measured: no list is read for the worker meanwhile. */
const RESTING = { MIRROR_SECONDS: "0", WATCH_SECONDS: "0" };

/** `npm run bench`: the desk's figures on the large seed, a production build, one run. Ends with 1 when an aim is missed. */
export async function runBench() {
  let session;
  try {
    session = await openSession(ProjectRoot, "bench", { interruptedCode: 130 });
    if (!isInstalled(ProjectRoot)) await session.progress.step("Installing packages", () => install(session));
    const missed = await measure(session);
    for (const words of missed) session.progress.say(`  MISSED  ${words}`);
    if (missed.length === 0) session.progress.say("  Every aim is reached.");
    await session.end(missed.length === 0 ? 0 : 1);
  } catch (error) {
    await failSession(session, error);
  }
}

async function measure(session) {
  const { processes, progress, root } = session;
  const say = (line) => progress.say(line);
  const missed = [];
  const aim = (what, value, limit, unit) => {
    const line = `${what.padEnd(46)} ${value.toFixed(value < 10 ? 2 : 0).padStart(7)} ${unit} (at most ${limit})`;
    say(`  ${line}`);
    if (value > limit) missed.push(line);
  };
  say(`Node ${process.version}, ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(1)} at the start`);
  const before = processorTime();
  const program = await ensureBrowser({ root, processes, say });
  const { desk, amp, pid } = await startDesk(session);
  const asset = await largestAsset(amp);
  const browser = await BenchBrowser.open(program, desk);
  try {
    await warmUp(desk, browser.cookie, asset, progress);
    say("The worker reads no lists from here on.");

    say("\nScripts above an empty page, gzip");
    const urlOf = (place) => desk + place;
    const signedOut = (paths, limitKb = LIMITS_KB.page) =>
      browser.visit((context) => weighAll(context, urlOf, paths, { limitKb, isLoaded: true }), NOBODY);
    const { places } = await deskPlaces(root, {
      read: async (place) => (await fetch(desk + place, { headers: { cookie: browser.cookie } })).json(),
      amp: (place) => amp.amp(place),
      uuid: asset.asset_uuid,
    });
    const weights = [
      await signedOut(["/sign-in"], LIMITS_KB.signIn),
      await signedOut(["/invest"]),
      await browser.visit((context) => weighAll(context, urlOf, places, { isLoaded: true })),
    ];
    for (const { lines, heavy } of weights) {
      for (const line of lines) say(`  ${line}`);
      missed.push(...heavy);
    }

    say("\nLargest paint, slow 4G (1.6 Mbit/s, 150 ms), processor four times as slow, nothing cached");
    for (const place of listPages(asset.asset_uuid)) {
      const { ms, element, isChart } = await largestPaint(browser, place);
      aim(place.replace(asset.asset_uuid, "…"), ms, AIMS.paintMs, `ms ${element}`);
      if (isChart) missed.push(`${place}: a chart is the largest paint`);
    }

    say("\n100,000 users and holders");
    const { ms, name, count } = await slowestInteraction(browser);
    aim(`slowest of ${count} interactions (${name})`, ms, AIMS.interactionMs, "ms");
    const { pressedMs, openedMs, downloadMs } = await chartAgainstDownload(browser, asset.asset_uuid, amp);
    say(
      `  owners: chart ${pressedMs.toFixed(0)} ms in an open desk, ${openedMs.toFixed(0)} ms in a browser that knows nothing of it (${(openedMs / downloadMs).toFixed(1)} ×); AMP's bare download ${downloadMs.toFixed(0)} ms`,
    );
    aim("ownership chart in an open desk, of the download", pressedMs / downloadMs, AIMS.chart, "×");
    const file = await exportUsers(desk, browser.cookie, pid);
    say(
      `  CSV: ${file.lines} lines, ${file.mb.toFixed(1)} MB; memory ${file.before.toFixed(0)} MB before, ${file.peak.toFixed(0)} MB at its peak`,
    );
    aim("CSV of all users", file.seconds, AIMS.csvSeconds, "s");
    aim("memory that the CSV adds", file.peak - file.before, AIMS.csvMb, "MB");

    say("\nA page's data through the desk while AMP takes 50 ms for a call, turn by turn, p50");
    for (const { title, deskMs, ampMs } of await dataAgainstAmp(desk, browser.cookie, amp, pairs(asset))) {
      const own = `desk ${deskMs.toFixed(1)} ms, AMP bare ${ampMs.toFixed(1)} ms, own share ${(deskMs - ampMs).toFixed(1)} ms`;
      aim(title, deskMs / ampMs, AIMS.data, `× ${own}`);
    }
  } finally {
    await browser.close();
  }
  say(`\n  load ${os.loadavg()[0].toFixed(1)} at the end${stolenSince(before)}`);
  return missed;
}

const NOBODY = { cookies: [], origins: [] };

const listPages = (uuid) => [
  ...["/assets", "/users", "/users/eligibility", "/users/imports", "/categories", "/categories/matrix"],
  ...["/managers", "/requests", "/audit", "/audit/calls", "/treasury", "/gaids"],
  ...["ownership", "activity", "transactions", "utxos", "assignments", "distributions", "eligibility"].map(
    (part) => `/assets/${uuid}/${part}`,
  ),
];

/** Of lists with a hundred thousand rows. */
const FEW_CALLS = { calls: 5, warm: 5 };

const pairs = ({ asset_uuid: uuid }) => [
  { title: "assets", desk: "/api/assets", path: "/assets/" },
  {
    title: "activity of an asset",
    desk: `/api/assets/${uuid}/activity`,
    path: `/assets/${uuid}/activities?count=50`,
  },
  {
    title: "transactions of an asset",
    desk: `/api/assets/${uuid}/transactions?limit=25`,
    path: `/assets/${uuid}/txs?start=0&count=26&sortcolumn=blockheight&sortorder=desc`,
  },
  // AMP gives these two whole or not at all: a page of the copy is set beside the list that it is out of.
  { title: "a page of users", desk: "/api/users", path: "/registered_users/", ...FEW_CALLS },
  {
    title: "a page of assignments",
    desk: `/api/assets/${uuid}/assignments?limit=25`,
    path: `/assets/${uuid}/assignments`,
    ...FEW_CALLS,
  },
];

/** The copies of AMP's lists are there before anything is measured. */
async function warmUp(desk, cookie, { asset_uuid: uuid }, progress) {
  await progress.step("Copying the large lists", async () => {
    const lists = ["ownership", "utxos", "assignments"].map((list) => `/api/assets/${uuid}/${list}`);
    for (const place of ["/api/users", ...lists]) {
      const answer = await fetch(desk + place, { headers: { cookie }, signal: AbortSignal.timeout(120_000) });
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`${place} answered ${answer.status}.`);
    }
  });
}

async function largestAsset(amp) {
  const assets = await amp.amp("/assets/");
  const counted = await Promise.all(
    assets.map(async (asset) => ({
      asset,
      holders: (await amp.amp(`/assets/${asset.asset_uuid}/summary`)).active_registered_users,
    })),
  );
  return counted.toSorted((a, b) => b.holders - a.holders)[0].asset;
}

async function startDesk({ root, folders, processes, progress }) {
  if (!isBuilt(root, DIR)) {
    const args = [path.join(root, "server/bin/build.mjs"), "--dir", DIR];
    const options = { cwd: root, env: process.env, timeoutMs: 15 * 60_000 };
    await progress.step("Building", () => processes.run("build", process.execPath, args, options));
  }
  const { url } = await ensurePostgres({ root, folder: folders.postgres, processes, settings: FORGETFUL });
  const databaseUrl = await makeDatabase(root, url, "ampdesk", { isFresh: true });
  const [port, sandboxPort] = [await freePort(3420), await freePort(4420)];
  const secrets = deskSecrets(folders.base, {});
  const env = { ...process.env, ...secrets, SANDBOX_SEED: "large", NODE_OPTIONS: HEAP, ...RESTING };
  const places = { root, dir: DIR, host: "127.0.0.1", port, sandboxPort, databaseUrl, env };
  await startStack({ ...places, processes, progress });
  const amp = new BenchCalls(`http://127.0.0.1:${sandboxPort}`);
  await amp.signIn();
  const { pid } = processes.groups.find(({ name }) => name === "desk");
  return { desk: `http://localhost:${port}`, amp, pid };
}
