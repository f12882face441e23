import { parseArgs } from "node:util";
import { endGroups } from "./end-groups.mjs";
import { install, isInstalled } from "./install.mjs";
import { Refusal } from "./lock.mjs";
import { ProjectRoot } from "./paths.mjs";
import { settle, summary } from "./report.mjs";
import { openSession } from "./session.mjs";

/** Half of it is usual; a machine that is slow for a while is no failure. */
const TOTAL_MS = 40 * 60_000;

/**
 * `npm test`: installs what it needs and runs every suite against a production build, with ports and a database of
 * its own. `--quick`: types, lint and unit. `--full`: the long versions. `--only unit,browser [-- filter]`: some.
 */
export async function runTests(argv) {
  let session;
  try {
    const options = readOptions(argv);
    const onCrash = (sentence) => giveUp(session, sentence);
    session = await openSession(ProjectRoot, "test", { onCrash, interruptedCode: 130 });
    Object.assign(session, options);
    if (!isInstalled(ProjectRoot)) await session.progress.step("Installing packages", () => install(session));
    const { SUITES, budgetMs } = await import("./suites.mjs");
    const names =
      options.only ??
      SUITES.filter((suite) => !suite.isAsked && (suite.isQuick || !options.isQuick)).map(({ name }) => name);
    const unknown = names.filter((name) => !SUITES.some((suite) => suite.name === name));
    if (unknown.length > 0) throw new Refusal(`There is no suite named ${unknown.join(", ")}.`);
    await runSuites(
      session,
      SUITES.filter(({ name }) => names.includes(name)),
      budgetMs,
    );
  } catch (error) {
    if (session?.processes.isEnding) return;
    const text =
      error instanceof Refusal || error.code?.startsWith("ERR_PARSE_ARGS") ? error.message : error.stack;
    if (session) await session.end(1, text);
    console.error(text);
    process.exit(1);
  }
}

/** Without one of its processes the tested stack only fails slowly: the browser tests are ended at once. */
function giveUp({ processes }, sentence) {
  console.error(`\n${sentence}`);
  endGroups(processes.groups.filter(({ name }) => name === "browser"));
}

function readOptions(argv) {
  const flag = { type: "boolean", default: false };
  const options = { full: flag, quick: flag, only: { type: "string" } };
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
  return { isFull: values.full, isQuick: values.quick, only: values.only?.split(","), filters: positionals };
}

async function runSuites(session, suites, budgetMs) {
  const began = Date.now();
  const results = [];
  for (const suite of suites) {
    const left = session.isFull ? Number.POSITIVE_INFINITY : TOTAL_MS - (Date.now() - began);
    const broken =
      suite.name === "browser" && results.some(({ name, failed }) => name === "build" && failed > 0);
    const result = broken
      ? { ...settle({}, "Not run: the build failed."), ms: 0 }
      : await runSuite(session, suite, Math.min(left, budgetMs(suite, session.isFull)));
    if (session.processes.isEnding) return;
    results.push({ name: suite.name, ...result });
  }
  const failed = results.some((result) => result.failed > 0);
  session.progress.isOver = true;
  session.progress.say(`\n${summary(results, Date.now() - began)}`);
  await session.end(failed ? 1 : 0);
}

async function runSuite(session, suite, budget) {
  const { progress } = session;
  const began = Date.now();
  const until = began + budget;
  session.msLeft = () => Math.max(1000, until - Date.now());
  progress.say(`\n== ${suite.name}`);
  try {
    const counts = await inTime(suite.run(session), budget + 5000);
    const crash = session.processes.hasCrashed ? "A process of the tested stack crashed." : undefined;
    return { ...settle(counts, crash), ms: Date.now() - began };
  } catch (error) {
    const text = error.isShown ? error.message.split("\n")[0] : error.message;
    if (!session.processes.isEnding) progress.say(`${suite.name} failed: ${text}`);
    return { ...settle(error.counts, error.message), ms: Date.now() - began };
  }
}

/** A suite that hangs outside any program of its own is given up. */
function inTime(work, ms) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`It did not finish within ${Math.round(ms / 60_000)} minutes.`)),
      ms,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
