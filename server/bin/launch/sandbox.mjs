import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { startAlone } from "./alone.mjs";
import { Refusal } from "./lock.mjs";
import { dataFolders, ProjectRoot, readJson, writeWhole } from "./paths.mjs";
import { parsePort, refuseBusyPorts, urlHost } from "./ports.mjs";
import { removePostgres } from "./postgres.mjs";
import { duration } from "./progress.mjs";
import { failSession, openSession } from "./session.mjs";

const COMMAND = "npm run sandbox";

const HELP = `npm run sandbox -- [options]

  --port <number>      where it listens (SANDBOX_PORT, 4000)
  --seed <name>        the first world's content (SANDBOX_SEED, small)
  --network <name>     liquid, testnet or regtest (SANDBOX_NETWORK, testnet)
  --reset              forget the world of the last start
  --help

Every other setting is an environment variable: see .env.example.`;

/** `npm run sandbox`: from a bare clone to a running sandbox with a database of its own, and nothing else. */
export async function runSandbox(argv) {
  const began = Date.now();
  let session;
  try {
    const config = readConfig(argv);
    if (config.wantsHelp) return console.log(HELP);
    session = await openSession(ProjectRoot, "sandbox");
    const { port, host } = config;
    await refuseBusyPorts([{ port, host, variable: "SANDBOX_PORT", what: "the sandbox" }], COMMAND);
    await start(session, config);
    announce(session, config, began);
  } catch (error) {
    await failSession(session, error);
  }
}

function readConfig(argv) {
  const text = { type: "string" };
  const flag = { type: "boolean", default: false };
  const options = { port: text, seed: text, network: text, reset: flag, help: flag };
  const { values } = parseArgs({ args: argv, options });
  const envFile = path.join(ProjectRoot, ".env");
  if (fs.existsSync(envFile)) process.loadEnvFile(envFile);
  const { SANDBOX_DATABASE_URL: databaseUrl, SANDBOX_PORT, SANDBOX_HOST, SANDBOX_NETWORK } = process.env;
  if (values.reset && databaseUrl) {
    throw new Refusal(
      "--reset only empties the embedded database, and SANDBOX_DATABASE_URL names another. Empty that one yourself.",
    );
  }
  return {
    wantsHelp: values.help,
    isFresh: values.reset,
    databaseUrl,
    host: SANDBOX_HOST || "127.0.0.1",
    port: values.port ? parsePort("--port", values.port) : parsePort("SANDBOX_PORT", SANDBOX_PORT, 4000),
    seed: values.seed || process.env.SANDBOX_SEED,
    network: values.network || SANDBOX_NETWORK,
  };
}

async function start(session, config) {
  const { folders, progress } = session;
  progress.say(`Ampdesk sandbox (logs in ${path.relative(process.cwd(), folders.logs) || "."})`);
  if (config.isFresh)
    await progress.step("Removing the world of the last start", async () => startOver(session));
  const settings = environment(session, config);
  await startAlone(session, {
    entry: "sandbox",
    databaseUrl: config.databaseUrl,
    environment: (SANDBOX_DATABASE_URL) => ({ ...settings, SANDBOX_DATABASE_URL }),
    healthUrl: `${addressOf(config)}/health`,
    startOver: `${COMMAND} -- --reset`,
  });
  if (!config.databaseUrl)
    writeWhole(worldFile(session), JSON.stringify({ network: settings.SANDBOX_NETWORK }));
}

/** A world keeps the network it was made for, so that the next start need not name it again. */
const worldFile = ({ folders }) => path.join(folders.base, "world.json");

function environment(session, { databaseUrl: own, host, port, seed, network }) {
  const kept = own ? undefined : readJson(worldFile(session))?.network;
  return {
    SANDBOX_HOST: host,
    SANDBOX_PORT: `${port}`,
    SANDBOX_NETWORK: network || kept || "testnet",
    ...(seed ? { SANDBOX_SEED: seed } : {}),
  };
}

function startOver(session) {
  removePostgres(session.folders.postgres);
  fs.rmSync(worldFile(session), { force: true });
  dataFolders(session.root, "sandbox");
}

const addressOf = ({ host, port }) => `http://${urlHost(host)}:${port}`;

function announce({ progress, processes, folders }, config, began) {
  if (processes.isEnding) return;
  const url = addressOf(config);
  const { SANDBOX_RPC_USER: user, SANDBOX_RPC_PASSWORD: password, SANDBOX_CHAIN: chain } = process.env;
  const credentials = user || password ? "SANDBOX_RPC_USER, SANDBOX_RPC_PASSWORD" : "rpcuser, rpcpass";
  const node =
    chain === "node"
      ? "the one of ELEMENTS_RPC_URL, whose chain AMP follows"
      : `${url}/elements/wallet/treasury   (${credentials})`;
  const kept = config.databaseUrl ? "its database" : path.relative(process.cwd(), folders.base) || ".";
  progress.say(`
Ready in ${duration(Date.now() - began)}. Ctrl-C ends everything; the world is kept in ${kept}.

  AMP        ${url}/api
               issuer  / issuer-password     everything
               manager / manager-password    what the issuer granted
  Node RPC   ${node}
  Registry   ${url}/registry
  Veriff     ${url}/veriff   (its address for a service that verifies people)
  Control    ${url}/control
  Docs       ${url}/api/docs   (OpenAPI: ${url}/api/openapi.json)
`);
}
