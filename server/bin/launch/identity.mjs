import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { startAlone } from "./alone.mjs";
import { ProjectRoot, readJson, writeWhole } from "./paths.mjs";
import { parsePort, refuseBusyPorts, urlHost } from "./ports.mjs";
import { duration } from "./progress.mjs";
import { failSession, openSession } from "./session.mjs";

const COMMAND = "npm run identity";

const HELP = `npm run identity -- [options]

  --port <number>   where it listens (IDENTITY_PORT, 8136)
  --strict          answer as the original does, weaknesses included (IDENTITY_STRICT)
  --help

Every other setting is an environment variable: see .env.example.`;

/** `npm run identity`: from a bare clone to the identity service with a database of its own, and nothing else. */
export async function runIdentity(argv) {
  const began = Date.now();
  let session;
  try {
    const config = readConfig(argv);
    if (config.wantsHelp) return console.log(HELP);
    session = await openSession(ProjectRoot, "identity");
    const { port, host } = config;
    await refuseBusyPorts([{ port, host, variable: "IDENTITY_PORT", what: "the identity service" }], COMMAND);
    await start(session, config);
    announce(session, config, began);
  } catch (error) {
    await failSession(session, error);
  }
}

function readConfig(argv) {
  const flag = { type: "boolean", default: false };
  const options = { port: { type: "string" }, strict: flag, help: flag };
  const { values } = parseArgs({ args: argv, options });
  const envFile = path.join(ProjectRoot, ".env");
  if (fs.existsSync(envFile)) process.loadEnvFile(envFile);
  const { IDENTITY_DATABASE_URL: databaseUrl, IDENTITY_PORT, IDENTITY_HOST, IDENTITY_STRICT } = process.env;
  return {
    wantsHelp: values.help,
    databaseUrl,
    host: IDENTITY_HOST || "127.0.0.1",
    port: values.port ? parsePort("--port", values.port) : parsePort("IDENTITY_PORT", IDENTITY_PORT, 8136),
    isStrict: values.strict || IDENTITY_STRICT === "true",
  };
}

async function start(session, config) {
  const { folders, progress } = session;
  progress.say(`Ampdesk identity service (logs in ${path.relative(process.cwd(), folders.logs) || "."})`);
  await startAlone(session, {
    entry: "identity",
    databaseUrl: config.databaseUrl,
    environment: (IDENTITY_DATABASE_URL) => ({
      IDENTITY_DATABASE_URL,
      IDENTITY_HOST: config.host,
      IDENTITY_PORT: `${config.port}`,
      IDENTITY_STRICT: `${config.isStrict}`,
      IDENTITY_SECRET_KEY: secretKey(folders.base),
    }),
    healthUrl: `${addressOf(config)}/actuator/health`,
    startOver: `rm -r ${path.relative(process.cwd(), folders.base) || "."}`,
  });
}

/** From the environment, else made once and kept (mode 0600): it seals what the embedded database holds. */
function secretKey(folder) {
  const given = process.env.IDENTITY_SECRET_KEY || process.env.AMPDESK_SECRET_KEY;
  if (given) return given;
  const file = path.join(folder, "secrets.json");
  const key = readJson(file)?.IDENTITY_SECRET_KEY ?? randomBytes(32).toString("hex");
  writeWhole(file, JSON.stringify({ IDENTITY_SECRET_KEY: key }));
  return key;
}

const addressOf = ({ host, port }) => `http://${urlHost(host)}:${port}`;

function announce({ progress, processes, folders }, config, began) {
  if (processes.isEnding) return;
  const url = addressOf(config);
  const kept = config.databaseUrl ? "its database" : path.relative(process.cwd(), folders.base) || ".";
  progress.say(`
Ready in ${duration(Date.now() - began)}. Ctrl-C ends everything; what it knows is kept in ${kept}.

  Identity   ${url}   (and below ${url}/api/identity)
             ${config.isStrict ? "strict: as the original answers" : "default: with the fixes that clients do not notice"}
`);
}
