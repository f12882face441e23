import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createPublicClient, type Hex, http, parseAbi, parseEther } from "viem";
import { afterAll, beforeAll, expect, it } from "vitest";
import { build } from "./build.mjs";
import { type LocalChain, startChain } from "./chain.mjs";
import { dataFolders, ProjectRoot } from "./paths.mjs";
import { freePort } from "./ports.mjs";
import { Processes } from "./processes.mjs";

const dir = ".data/chain-test/build";
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "ampdesk-chain-"));
let running: Processes | undefined;

beforeAll(async () => {
  dataFolders(ProjectRoot, "chain-test");
  await build({ root: ProjectRoot, dir, only: "deploy-contracts", say: () => {} });
});
afterAll(async () => {
  await running?.endAll();
  fs.rmSync(folder, { recursive: true, force: true });
  fs.rmSync(path.join(ProjectRoot, ".data/chain-test"), { recursive: true, force: true });
});

async function start(): Promise<LocalChain & { node: ReturnType<typeof createPublicClient> }> {
  await running?.endAll();
  running = new Processes({ logs: folder });
  const chain = await startChain({
    root: ProjectRoot,
    dir,
    folder,
    port: await freePort(),
    processes: running,
  });
  if (!chain) throw new Error("The chain did not start.");
  return { ...chain, node: createPublicClient({ transport: http(chain.rpcUrl) }) };
}

it("has contracts and money from the first start on, keeps them, and begins anew when its state is lost", async () => {
  const first = await start();
  const address = first.account.address as Hex;
  expect(await first.node.getChainId()).toBe(31337);
  expect(await first.node.getBalance({ address })).toBe(parseEther("10000"));
  const money = {
    address: first.contracts.stablecoin as Hex,
    abi: parseAbi(["function balanceOf(address) view returns (uint256)"]),
    functionName: "balanceOf",
    args: [address],
  } as const;
  expect(await first.node.readContract(money)).toBe(100_000_000_000n);
  const height = await first.node.getBlockNumber();

  const second = await start();
  expect(second.contracts).toEqual(first.contracts);
  expect(await second.node.getBlockNumber()).toBe(height);
  expect(await second.node.readContract(money)).toBe(100_000_000_000n);

  await running?.endAll();
  fs.writeFileSync(path.join(folder, "state.json"), "{ cut sho");
  const third = await start();
  expect(await third.node.readContract(money)).toBe(100_000_000_000n);
  expect(fs.existsSync(path.join(folder, "state.json.unreadable"))).toBe(true);
});
