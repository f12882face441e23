import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readJson, writeWhole } from "./paths.mjs";

export const CHAIN_ID = "31337";
const START_MS = 20_000;

/**
 * An EVM chain of this machine with the identity service's contracts on it. It keeps its state in `folder`, where there
 * is one; the contracts are put on it once.
 * @returns undefined where there is no program for this platform or it does not run
 */
export async function startChain({ root, dir, folder, port, processes }) {
  const program = anvilProgram(root);
  if (!program) return undefined;
  const rpcUrl = `http://127.0.0.1:${port}`;
  if (folder) fs.mkdirSync(folder, { recursive: true });
  const state = folder && path.join(folder, "state.json");
  if (!(await run({ processes, program, port, rpcUrl, state }))) return undefined;
  const kept = folder && path.join(folder, "contracts.json");
  const known = kept && readJson(kept);
  if (known && (await isDeployed(rpcUrl, known))) return { rpcUrl, ...known };
  const entry = path.join(root, dir, "bin/deploy-contracts.mjs");
  const options = { cwd: root, env: { PATH: process.env.PATH }, timeoutMs: 60_000 };
  const deployed = JSON.parse(await processes.run("contracts", process.execPath, [entry, rpcUrl], options));
  if (kept) writeWhole(kept, JSON.stringify(deployed));
  return { rpcUrl, ...deployed };
}

/** The program itself: a signal to the script that npm puts in front of it would not reach it. */
export function anvilProgram(root, { platform, arch } = process) {
  const name = `anvil-${platform}-${arch === "x64" ? "amd64" : arch}`;
  const file = platform === "win32" ? "anvil.exe" : "anvil";
  const program = path.join(root, "node_modules/@foundry-rs", name, "bin", file);
  return fs.existsSync(program) ? program : undefined;
}

/** A state that a crash left unreadable is put aside, so that the chain begins anew. */
async function run({ processes, program, port, rpcUrl, state }) {
  const args = ["--host", "127.0.0.1", "--port", `${port}`, "--chain-id", CHAIN_ID, "--quiet"];
  if (state) args.push("--state", state, "--state-interval", "30");
  for (const isLast of [!state || !fs.existsSync(state), true]) {
    const env = { PATH: process.env.PATH, HOME: process.env.HOME };
    const child = processes.start("chain", program, args, { env, stays: false });
    if (await isUp(child, rpcUrl, processes)) {
      processes.mustStay("chain", child);
      return true;
    }
    if (isLast) return false;
    fs.renameSync(state, `${state}.unreadable`);
  }
}

async function isUp(child, rpcUrl, processes) {
  let isGone = false;
  child.once("exit", () => {
    isGone = true;
  });
  child.once("error", () => {
    isGone = true;
  });
  const until = Date.now() + START_MS;
  while (!isGone && !processes.isEnding && Date.now() < until) {
    if (await ask(rpcUrl, "eth_chainId")) return true;
    await sleep(50);
  }
  if (!isGone) child.kill();
  return false;
}

async function isDeployed(rpcUrl, { contracts }) {
  for (const address of Object.values(contracts)) {
    const code = await ask(rpcUrl, "eth_getCode", [address, "latest"]);
    if (!code || code === "0x") return false;
  }
  return true;
}

/** @returns undefined when the chain does not answer */
async function ask(rpcUrl, method, params = []) {
  try {
    const response = await fetch(rpcUrl, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
      signal: AbortSignal.timeout(5000),
    });
    return (await response.json()).result;
  } catch {
    return undefined;
  }
}

/**
 * What the identity service has to know of the chain, beside the chains that `env` names already. Where it names some,
 * what it says of faucet and investments stands: it may mean real coins.
 */
export function chainEnv(chain, env) {
  if (!chain) return {};
  const chains = given(env.IDENTITY_CHAINS);
  // The service itself says what is wrong with what it was given.
  if (!chains) return {};
  const local = { ...chain.settings, rpcUrl: chain.rpcUrl };
  return {
    IDENTITY_CHAINS: JSON.stringify({ [CHAIN_ID]: local, ...chains }),
    IDENTITY_FAUCET: (env.IDENTITY_CHAINS && env.IDENTITY_FAUCET) || "true",
    // a block comes with each transaction: whoever tries it out need not wait either
    IDENTITY_QUEUE_POLLING_MS: env.IDENTITY_QUEUE_POLLING_MS || "1000",
    IDENTITY_QUEUE_INITIAL_DELAY_MS: env.IDENTITY_QUEUE_INITIAL_DELAY_MS || "1000",
    IDENTITY_AUTO_INVEST: (env.IDENTITY_CHAINS && env.IDENTITY_AUTO_INVEST) || "true",
  };
}

function given(text) {
  if (!text) return {};
  try {
    const chains = JSON.parse(text);
    return chains && typeof chains === "object" ? chains : undefined;
  } catch {
    return undefined;
  }
}
