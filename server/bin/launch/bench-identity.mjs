import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isBuilt } from "./build-stamp.mjs";
import { waitForHttp } from "./http.mjs";
import { install, isInstalled } from "./install.mjs";
import { ProjectRoot } from "./paths.mjs";
import { freePort } from "./ports.mjs";
import { ensurePostgres } from "./postgres.mjs";
import { makeDatabase } from "./postgres-client.mjs";
import { median, quantile } from "./quantiles.mjs";
import { failSession, openSession } from "./session.mjs";

const DIR = ".data/bench-identity/build";
/** People at once, and how often. */
const [PEOPLE, ROUNDS] = [200, 3];
const JSON_TYPE = { "content-type": "application/json" };

/** `npm run bench:identity`: 200 people sign in at once, beside a bare route of the same server. Ends with 1 after an error. */
export async function runBenchIdentity() {
  let session;
  try {
    session = await openSession(ProjectRoot, "bench-identity", { interruptedCode: 130 });
    if (!isInstalled(ProjectRoot)) await session.progress.step("Installing packages", () => install(session));
    const errors = await measure(session);
    session.progress.say(errors === 0 ? "  No call failed." : `  ${errors} calls FAILED.`);
    await session.end(errors === 0 ? 0 : 1);
  } catch (error) {
    await failSession(session, error);
  }
}

async function measure(session) {
  const say = (line) => session.progress.say(line);
  say(`Node ${process.version}, ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(1)} at the start`);
  const url = await startService(session);
  const wallets = await makeWallets();
  const bare = (connections) => atOnce(wallets.slice(0, connections), () => timed(`${url}/actuator/info`));
  await bare(PEOPLE);
  await signIn(url, wallets.slice(0, PEOPLE / 10));
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({ bare: await bare(PEOPLE), ...(await signIn(url, wallets)) });
    await sleep(200);
  }
  const all = (name) => rounds.flatMap((round) => round[name]);
  const names = {
    bare: "bare route",
    text: "POST /authorize",
    login: "POST /authorize/jwt",
    whole: "sign-in",
  };
  const base = quantile(msOf(all("bare")), 0.95);
  say(`\n  ${PEOPLE} at once, ${ROUNDS} times; a sign-in is both calls, without the wallet's own time`);
  say(
    `  ${"".padEnd(22)}${["p50 ms", "p95 ms", "of bare", "errors"].map((head) => head.padStart(9)).join("")}`,
  );
  for (const [name, title] of Object.entries(names)) {
    const times = msOf(all(name));
    const p95 = quantile(times, 0.95);
    const failed = all(name).filter(({ isGood }) => !isGood).length;
    const cells = [median(times).toFixed(0), p95.toFixed(0), `${(p95 / base).toFixed(1)} ×`, `${failed}`];
    say(`  ${title.padEnd(22)}${cells.map((cell) => cell.padStart(9)).join("")}`);
  }
  say(`\n  load ${os.loadavg()[0].toFixed(1)} at the end`);
  return [...all("bare"), ...all("whole")].filter(({ isGood }) => !isGood).length;
}

const msOf = (calls) => calls.map(({ ms }) => ms);
const atOnce = (items, work) => Promise.all(items.map(work));

async function makeWallets() {
  const { generatePrivateKey, privateKeyToAccount } = await import("viem/accounts");
  return Array.from({ length: PEOPLE }, () => privateKeyToAccount(generatePrivateKey()));
}

/** All texts at once, then all logins at once: signing in between is the client's work and measures nothing here. */
async function signIn(url, wallets) {
  const text = await atOnce(wallets, ({ address }) => timed(`${url}/authorize`, { address }));
  const signed = [];
  for (const [index, wallet] of wallets.entries()) {
    const message = text[index].body?.payload ?? "";
    signed.push({ address: wallet.address, signed_payload: await wallet.signMessage({ message }) });
  }
  const login = await atOnce(signed, (body) => timed(`${url}/authorize/jwt`, body));
  const whole = login.map((call, index) => ({
    ms: call.ms + text[index].ms,
    isGood: call.isGood && text[index].isGood && typeof call.body?.access_token === "string",
  }));
  return { text, login, whole };
}

async function timed(address, sent) {
  const began = performance.now();
  const options = sent ? { method: "POST", headers: JSON_TYPE, body: JSON.stringify(sent) } : {};
  try {
    const response = await fetch(address, options);
    const body = await response.json();
    return { ms: performance.now() - began, isGood: response.status === 200, body };
  } catch {
    return { ms: performance.now() - began, isGood: false };
  }
}

async function startService({ root, folders, processes, progress }) {
  if (!isBuilt(root, DIR)) {
    const args = [path.join(root, "server/bin/build.mjs"), "--dir", DIR, "--only", "identity"];
    const options = { cwd: root, env: process.env, timeoutMs: 5 * 60_000 };
    await progress.step("Building the identity service", () =>
      processes.run("build", process.execPath, args, options),
    );
  }
  const { url: server } = await progress.step("Starting PostgreSQL", () =>
    ensurePostgres({ root, folder: folders.postgres, processes }),
  );
  const port = await freePort(8430);
  // counted like everybody's calls, and never too many
  const limit = { perIp: 1_000_000 };
  const env = {
    ...process.env,
    NODE_ENV: "production",
    LOG_LEVEL: "warn",
    IDENTITY_DATABASE_URL: await makeDatabase(root, server, "bench", { isFresh: true }),
    IDENTITY_HOST: "127.0.0.1",
    IDENTITY_PORT: `${port}`,
    IDENTITY_SECRET_KEY: "0".repeat(64),
    IDENTITY_STRICT: "false",
    IDENTITY_LIMITS: JSON.stringify({ text: limit, login: limit }),
  };
  const url = `http://127.0.0.1:${port}`;
  await progress.step("Starting the identity service", async () => {
    const entry = path.join(root, DIR, "bin/identity.mjs");
    processes.start("identity", process.execPath, [entry], { cwd: root, env });
    const isGivenUp = () => processes.isEnding || processes.hasCrashed;
    await waitForHttp(`${url}/actuator/health`, { timeoutMs: 60_000, isGivenUp });
  });
  return url;
}
