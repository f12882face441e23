import path from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { isBuilt } from "./build-stamp.mjs";
import { install, isInstalled } from "./install.mjs";
import { measureScripts, signIn, withBrowser } from "./page-weight.mjs";
import { ProjectRoot } from "./paths.mjs";
import { freePort } from "./ports.mjs";
import { ensurePostgres, FORGETFUL } from "./postgres.mjs";
import { makeDatabase } from "./postgres-client.mjs";
import { deskSecrets } from "./secrets.mjs";
import { openSession } from "./session.mjs";
import { startStack } from "./stack.mjs";

const DIR = ".next";
/** What a page may weigh above the empty page, in KB of gzip. */
const BUDGETS = [
  { title: "empty page (the framework)", path: "/empty" },
  { title: "sign-in", path: "/sign-in", budgetKb: 15 },
  { title: "first desk page (/overview)", path: "/overview", budgetKb: 40, isSignedIn: true },
];

/** `npm run bench`: first-load JavaScript of three pages of one build. Ends with 1 when a budget is passed. */
export async function runBench() {
  const session = await openSession(ProjectRoot, "bench", { interruptedCode: 130 });
  try {
    if (!isInstalled(ProjectRoot)) await session.progress.step("Installing packages", () => install(session));
    const say = (line) => session.progress.say(line);
    const program = await ensureBrowser({ root: ProjectRoot, processes: session.processes, say });
    const desk = process.env.DESK_URL ?? (await startDesk(session));
    await session.end((await measure(program, desk, say)) ? 0 : 1);
  } catch (error) {
    if (!session.processes.isEnding) await session.end(1, error.stack);
  }
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
  const env = { ...process.env, ...deskSecrets(folders.base, {}) };
  await startStack({
    root,
    dir: DIR,
    host: "127.0.0.1",
    port,
    sandboxPort,
    databaseUrl,
    env,
    processes,
    progress,
  });
  return `http://localhost:${port}`;
}

/** @returns true when every page keeps its budget */
async function measure(program, desk, say) {
  let base = 0;
  let isWithin = true;
  say("\nFirst-load JavaScript: every script loaded until the page is painted and quiet, gzip at level 9");
  for (const { title, path: place, budgetKb, isSignedIn } of BUDGETS) {
    const weight = await withBrowser(program, async (context) => {
      if (isSignedIn) await signIn(context, desk);
      return measureScripts(context, desk + place);
    });
    const kb = weight.bytes / 1024;
    if (budgetKb === undefined) base = kb;
    const over =
      budgetKb === undefined ? "" : `, ${(kb - base).toFixed(1)} above empty (at most ${budgetKb})`;
    const isOver = budgetKb !== undefined && kb - base > budgetKb;
    isWithin &&= !isOver;
    say(
      `  ${title.padEnd(30)} ${kb.toFixed(1).padStart(7)} KB in ${weight.count} files${over}${isOver ? "  OVER" : ""}`,
    );
  }
  return isWithin;
}
