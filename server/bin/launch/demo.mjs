import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { isBuilt } from "./build-stamp.mjs";
import { CHAIN_ID, chainEnv, startChain } from "./chain.mjs";
import { install, isInstalled } from "./install.mjs";
import { Refusal } from "./lock.mjs";
import { dataFolders, ProjectRoot } from "./paths.mjs";
import { freePort, parseHost, parsePort, refuseBusyPorts } from "./ports.mjs";
import { ensurePostgres, removePostgres } from "./postgres.mjs";
import { makeDatabase } from "./postgres-client.mjs";
import { duration } from "./progress.mjs";
import { deskSecrets } from "./secrets.mjs";
import { failSession, openSession } from "./session.mjs";
import { startStack } from "./stack.mjs";

const DIR = ".next";

/** `npm run demo [-- --fresh]`: from a bare clone to a running desk with its sandbox. */
export async function runDemo(argv) {
  const began = Date.now();
  let session;
  try {
    const config = readConfig(argv);
    session = await openSession(ProjectRoot, "demo");
    await refuseBusyPorts(config.ports);
    const chain = await start(session, config);
    announce(session, { ...config, chain }, began);
  } catch (error) {
    await failSession(session, error);
  }
}

function readConfig(argv) {
  const { values } = parseArgs({ args: argv, options: { fresh: { type: "boolean", default: false } } });
  const envFile = path.join(ProjectRoot, ".env");
  if (fs.existsSync(envFile)) process.loadEnvFile(envFile);
  const { DATABASE_URL: databaseUrl, HOST, PORT, SANDBOX_PORT, CHAIN_PORT } = process.env;
  if (values.fresh && databaseUrl) {
    throw new Refusal(
      "--fresh only empties the embedded database, and DATABASE_URL names another. Empty that one yourself.",
    );
  }
  const { host, note } = parseHost(HOST);
  const port = parsePort("PORT", PORT, 3000);
  const sandboxPort = parsePort("SANDBOX_PORT", SANDBOX_PORT, 4000);
  const ports = [
    { port, host, variable: "PORT", what: "the desk" },
    { port: sandboxPort, host: "127.0.0.1", variable: "SANDBOX_PORT", what: "the sandbox" },
  ];
  const chainPort = parsePort("CHAIN_PORT", CHAIN_PORT);
  if (chainPort)
    ports.push({ port: chainPort, host: "127.0.0.1", variable: "CHAIN_PORT", what: "the EVM chain" });
  return { isFresh: values.fresh, databaseUrl, host, note, port, sandboxPort, chainPort, ports };
}

async function start(session, config) {
  const { root, progress, processes } = session;
  progress.say(`Ampdesk demo (logs in ${path.relative(process.cwd(), session.folders.logs) || "."})`);
  if (config.note) progress.say(`  note    ${config.note}`);
  if (config.isFresh)
    await progress.step("Removing the data of the last run", async () => startOver(session));
  if (!isInstalled(root)) await progress.step("Installing packages", () => install(session));
  if (!isBuilt(root, DIR)) await progress.step("Building", () => buildAll(session));
  const databaseUrl =
    config.databaseUrl || (await progress.step("Starting PostgreSQL", () => embeddedUrl(session)));
  const chain = await progress.step("Starting the EVM chain", () => startOwnChain(session, config));
  if (!chain)
    progress.say("  note    No EVM chain runs here: nothing is whitelisted, given away or invested on one.");
  const env = {
    ...process.env,
    ...deskSecrets(session.folders.base),
    ...addressOf(config),
    ...chainEnv(chain, process.env),
  };
  await startStack({ ...config, root, dir: DIR, databaseUrl, env: withoutPlaces(env), processes, progress });
  return chain;
}

const chainFolder = ({ base }) => path.join(base, "chain");

async function startOwnChain({ root, folders, processes }, { chainPort }) {
  const port = chainPort ?? (await freePort(8545));
  return startChain({ root, dir: DIR, folder: chainFolder(folders), port, processes });
}

/** A desk that is reached from elsewhere has to be told its address; otherwise it is this machine's. */
const addressOf = ({ port }) => ({ AMPDESK_URL: process.env.AMPDESK_URL || `http://localhost:${port}` });

/** The demo chooses these itself, also when the caller's environment says otherwise. */
function withoutPlaces(env) {
  const own = [
    "DATABASE_URL",
    "SANDBOX_DATABASE_URL",
    "SANDBOX_PORT",
    "SANDBOX_CONTROL_URL",
    "NODE_ENV",
    "PORT",
    "HOST",
  ];
  const sandbox = [
    "AMP_SANDBOX_URL",
    "AMP_SANDBOX_NODE_URL",
    "AMP_SANDBOX_NODE_ACCOUNT",
    "AMP_SANDBOX_SITES_URL",
    "AMPDESK_BUILD_DIR",
  ];
  return Object.fromEntries(Object.entries(env).filter(([name]) => ![...own, ...sandbox].includes(name)));
}

function startOver({ root, folders }) {
  removePostgres(folders.postgres);
  fs.rmSync(path.join(folders.base, "secrets.json"), { force: true });
  fs.rmSync(chainFolder(folders), { recursive: true, force: true });
  dataFolders(root, "demo");
}

async function buildAll({ root, processes }) {
  const args = [path.join(root, "server/bin/build.mjs"), "--dir", DIR];
  await processes.run("build", process.execPath, args, {
    cwd: root,
    env: process.env,
    timeoutMs: 15 * 60_000,
  });
}

async function embeddedUrl({ root, folders, processes, progress }) {
  const { url, notes } = await ensurePostgres({ root, folder: folders.postgres, processes });
  for (const note of notes) progress.say(`  note    ${note}`);
  return makeDatabase(root, url, "ampdesk");
}

function announce({ progress, processes }, { host, port, sandboxPort, chain }, began) {
  if (processes.isEnding) return;
  const own = ["127.0.0.1", "::1"].includes(host) ? "" : ` (listening on ${host})`;
  progress.say(`
Ready in ${duration(Date.now() - began)}. Ctrl-C ends everything.

  Desk       http://localhost:${port}${own}
             choose the environment Sandbox and sign in as
               issuer  / issuer-password     everything
               manager / manager-password    one granted asset
  AMP        http://127.0.0.1:${sandboxPort}/api
  Node RPC   http://127.0.0.1:${sandboxPort}/elements/wallet/treasury   (rpcuser, rpcpass)
  Control    http://127.0.0.1:${sandboxPort}/control
${chain ? chainLines(chain) : ""}`);
}

const chainLines = ({ rpcUrl, account, contracts }) => `
  EVM chain  ${rpcUrl}   (chain id ${CHAIN_ID})
             a test account with 10,000 coins and 100,000 test dollars; its key is public, never use it elsewhere
               ${account.address}
               ${account.privateKey}
             issuer ${contracts.issuer}, campaign ${contracts.campaign}
`;
