import { type Hex, hashMessage, keccak256, parseAbi, toBytes } from "viem";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startAnvil, type TestChain } from "@/server/identity/chains/anvil-testing";
import { startLookupTrap } from "@/server/identity/chains/offchain-testing";
import { newWallet } from "@/server/identity/testing";
import { checkSignature } from "./signature";

const env = vi.hoisted(() => ({ IDENTITY_CHAINS: "" }));
vi.mock("@/server/platform/env", () => ({ deskEnv: () => env }));

const abi = parseAbi(["function approveHash(bytes32 hash)"]);
const owner = newWallet();
const text = "Bind an AMP ID to this wallet";
let chain: TestChain;
let wallet: Hex;

beforeAll(async () => {
  chain = await startAnvil();
  wallet = await chain.deploy("signing-wallet", [owner.address]);
  const nodes = { "31337": { rpcUrl: chain.url }, "137": { rpcUrl: "http://127.0.0.1:1" }, "1": {} };
  env.IDENTITY_CHAINS = JSON.stringify(nodes);
});
afterAll(() => chain?.stop());

const check = (signature: string, rest: { address?: string; chainId?: number; text?: string } = {}) =>
  checkSignature({ address: wallet.toLowerCase(), chainId: 31337, text, signature, ...rest });

test("a key's signature needs no chain", async () => {
  const signature = await owner.signMessage({ message: text });
  const address = owner.address.toLowerCase();
  for (const chainId of [31337, 137, 1, 999])
    expect(await check(signature, { address, chainId })).toBe("key");
  expect(await check(signature, { address, text: `${text}!` })).toBe("wrong");
});

test("a contract is asked for either digest on its chain", async () => {
  const prefixed = await owner.sign({ hash: hashMessage(text) });
  const bare = await owner.sign({ hash: keccak256(toBytes(text)) });
  for (const signature of [prefixed, bare, `${prefixed}00`]) expect(await check(signature)).toBe("contract");
  expect(await check(await newWallet().signMessage({ message: text }))).toBe("wrong");
  expect(await check(prefixed, { text: "another text" })).toBe("wrong");
  expect(await check("0x")).toBe("wrong");
  await chain.settled(
    chain.client.writeContract({
      ...{ address: wallet, abi, account: chain.account },
      ...{ functionName: "approveHash", args: [hashMessage(text)] },
    }),
  );
  expect(await check("0x")).toBe("contract");
});

test("nobody can tell where the chain is unknown or its node away", async () => {
  const signature = await owner.sign({ hash: hashMessage(text) });
  for (const chainId of [999, 137, 1]) expect(await check(signature, { chainId })).toBe("unknown");
  expect(await check(signature, { address: newWallet().address.toLowerCase() })).toBe("wrong");
});

test("a contract that sends its callers elsewhere has nothing fetched (EIP-3668)", async () => {
  const trap = await startLookupTrap();
  const { address } = newWallet();
  await chain.client.setCode({ address, bytecode: trap.codeFor(address) });
  expect(await check("0x01", { address: address.toLowerCase() })).toBe("wrong");
  expect(trap.visits).toEqual([]);
  await trap.stop();
});

test("what is no signature is wrong everywhere", async () => {
  for (const signature of ["", "0x1", "0xzz", "text", "0x".padEnd(70_002, "a")])
    for (const chainId of [31337, 999]) expect(await check(signature, { chainId })).toBe("wrong");
});
