import {
  concat,
  getContractAddress,
  type Hex,
  hashMessage,
  keccak256,
  pad,
  parseAbi,
  serializeErc6492Signature,
  toBytes,
} from "viem";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startAnvil, type TestChain } from "../chains/anvil-testing";
import { startLookupTrap } from "../chains/offchain-testing";
import { assemble } from "../contracts/assembler-testing";
import { newWallet, signIn, startTestIdentity, type TestIdentity } from "../testing";

const abi = parseAbi([
  "function isValidSignature(bytes32 hash, bytes signature) view returns (bytes4)",
  "function approveHash(bytes32 hash)",
]);
const owner = newWallet();
let chain: TestChain;
let bench: TestIdentity;
let wallet: Hex;

beforeAll(async () => {
  chain = await startAnvil();
  wallet = await chain.deploy("signing-wallet", [owner.address]);
  bench = await startTestIdentity("default", { chains: { "31337": { rpcUrl: chain.url } } });
});
afterAll(async () => {
  await bench?.stop();
  await chain?.stop();
});

const ask = (hash: Hex, signature: Hex) =>
  chain.client.readContract({
    address: wallet,
    abi,
    functionName: "isValidSignature",
    args: [hash, signature],
  });

const approve = (hash: Hex) =>
  chain.settled(
    chain.client.writeContract({
      ...{ address: wallet, abi, account: chain.account, functionName: "approveHash", args: [hash] },
    }),
  );

test("the wallet of the tests answers as its source says", async () => {
  const hash = keccak256(toBytes("a text"));
  const signature = await owner.sign({ hash });
  expect(await ask(hash, signature)).toBe("0x1626ba7e");
  expect(await ask(hash, `${signature}02`)).toBe("0x1626ba7e");
  expect(await ask(hash, await newWallet().sign({ hash }))).toBe("0xffffffff");
  expect(await ask(keccak256("0x00"), signature)).toBe("0xffffffff");
  expect(await ask(hash, "0x01")).toBe("0xffffffff");
  await expect(ask(hash, "0x")).rejects.toThrow(/revert/);
  await approve(hash);
  expect(await ask(hash, "0x")).toBe("0x1626ba7e");
});

async function logIn(sign: (text: string) => Promise<Hex>, chainId: unknown = 31337) {
  const { payload } = (await bench.call("POST /authorize", { body: { address: wallet } })).body;
  const body = { address: wallet, signed_payload: await sign(payload), chain_id: chainId };
  return { body, answer: await bench.call("POST /authorize/jwt", { body }) };
}

test("a contract may have signed the prefixed digest (W-08)", async () => {
  const { answer } = await logIn(async (text) => `${await owner.signMessage({ message: text })}00`);
  expect(answer.status).toBe(200);
});

test("a contract may have approved the bare digest on the chain (W-08)", async () => {
  const { answer } = await logIn(async (text) => {
    await approve(keccak256(toBytes(text)));
    return "0x";
  });
  expect(answer.status).toBe(200);
});

test("a contract's signature of a key's length is shown to the contract (W-07)", async () => {
  const { answer } = await logIn((text) => owner.signMessage({ message: text }));
  expect(answer.status).toBe(200);
  const without = await logIn((text) => owner.signMessage({ message: text }), null);
  expect(without.answer.body).toMatchObject({ err_code: "0210" });
  const stranger = await logIn((text) => newWallet().signMessage({ message: text }));
  expect(stranger.answer.body).toMatchObject({ err_code: "0210" });
});

test("a contract's signature over any of several texts is good, once (W-03, W-05)", async () => {
  const texts: string[] = [];
  for (let count = 0; count < 5; count++) {
    texts.push((await bench.call("POST /authorize", { body: { address: wallet } })).body.payload);
  }
  const signature = await owner.sign({ hash: hashMessage(texts[0] ?? "") });
  const body = { address: wallet, signed_payload: `${signature}00`, chain_id: 31337 };
  const both = await Promise.all([1, 2].map(() => bench.call("POST /authorize/jwt", { body })));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
});

/** Makes what it is told (CREATE2); on every chain, and on anvil from its start. */
const FACTORY = "0x4e59b44847b379578588920cA78FbF26c0B4956C";
const SALT = pad("0x01");

test("a contract wallet that is not deployed yet logs in with the factory's help (W-07, ERC-6492)", async () => {
  const bytecode = concat([assemble("signing-wallet"), pad(owner.address)]);
  const future = getContractAddress({ opcode: "CREATE2", from: FACTORY, salt: SALT, bytecode });
  const textOf = async () =>
    (await bench.call("POST /authorize", { body: { address: future } })).body.payload as string;
  const attempt = async (signature: Hex, data: Hex = concat([SALT, bytecode]), chain_id = 31337) => {
    const signed_payload = serializeErc6492Signature({ address: FACTORY, data, signature });
    const body = { address: future, signed_payload, chain_id };
    return (await bench.call("POST /authorize/jwt", { body })).status;
  };
  const text = await textOf();
  expect(await attempt(await newWallet().signMessage({ message: text }))).toBe(400);
  const signature = await owner.signMessage({ message: text });
  expect(await attempt(signature, concat([pad("0x02"), bytecode]))).toBe(400);
  expect(await attempt(signature)).toBe(200);
  expect(await attempt(signature)).toBe(400);
  expect(await attempt(await owner.sign({ hash: keccak256(toBytes(await textOf())) }))).toBe(200);
  expect(await chain.client.getCode({ address: future })).toBeUndefined();
  const original = await bench.replica({ fixes: ["-undeployedWallets"] });
  const body = {
    ...{ address: future, chain_id: 31337 },
    signed_payload: serializeErc6492Signature({
      ...{ address: FACTORY, data: concat([SALT, bytecode]) },
      signature: await owner.signMessage({ message: await textOf() }),
    }),
  };
  expect((await original.call("POST /authorize/jwt", { body })).status).toBe(400);
});

test("a contract that sends its callers elsewhere has nothing fetched (EIP-3668)", async () => {
  const trap = await startLookupTrap();
  const address = newWallet().address;
  await chain.client.setCode({ address, bytecode: trap.codeFor(address) });
  await bench.call("POST /authorize", { body: { address } });
  for (const signed_payload of ["0x", "0x01"]) {
    const body = { address, signed_payload, chain_id: 31337 };
    expect((await bench.call("POST /authorize/jwt", { body })).body).toMatchObject({ err_code: "0210" });
  }
  expect(trap.visits).toEqual([]);
  await trap.stop();
});

test("an address without code never signed anything", async () => {
  const nobody = newWallet().address;
  await bench.call("POST /authorize", { body: { address: nobody } });
  const body = { address: nobody, signed_payload: "0x", chain_id: 31337 };
  expect((await bench.call("POST /authorize/jwt", { body })).body).toMatchObject({ err_code: "0210" });
});

test("what is no signature at all is refused, not a failure", async () => {
  for (const signature of ["", "0", "zz", "0x1", "0xzz", "0x".padEnd(5000, "a")]) {
    const { answer } = await logIn(async () => signature as Hex);
    expect([signature.slice(0, 8), answer.status, answer.body.err_code]).toEqual([
      ...[signature.slice(0, 8), 400, "0210"],
    ]);
  }
  expect((await signIn(bench)).answer.status).toBe(200);
});
