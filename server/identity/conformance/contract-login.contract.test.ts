import { type Hex, hashMessage, keccak256, parseAbi, toBytes } from "viem";
import { afterAll, beforeAll, expect } from "vitest";
import { startAnvil, type TestChain } from "../chains/anvil-testing";
import { newWallet, type TestIdentity } from "../testing";
import { conform } from "./testing";

const abi = parseAbi(["function approveHash(bytes32 hash)"]);
const owner = newWallet();
const KEY = `0x${"1".repeat(64)}`;
const NOWHERE = "http://127.0.0.1:1";
let chain: TestChain;
let wallet: Hex;

beforeAll(async () => {
  chain = await startAnvil();
  wallet = await chain.deploy("signing-wallet", [owner.address]);
});
afterAll(() => chain?.stop());

/** Everything that the original wants of a chain before it reads from it. */
const complete = (rpcUrl: string) => ({
  rpcUrl,
  ...{ walletApproverPrivateKey: KEY, walletApproverServiceAddress: wallet },
  ...{ faucetCallerPrivateKey: KEY, faucetServiceAddress: wallet },
  ...{ autoInvestPrivateKey: KEY, autoInvestServiceAddress: wallet },
});

const config = () => ({
  ...{ faucetEnabled: true, autoInvestEnabled: true },
  chains: { "31337": complete(chain.url), "137": complete(NOWHERE), "1": { rpcUrl: NOWHERE } },
});

const textOf = async (bench: TestIdentity): Promise<string> =>
  (await bench.call("POST /authorize", { body: { address: wallet } })).body.payload;

async function logIn(bench: TestIdentity, signed_payload: string, chain_id: number | null = 31337) {
  const body = { address: wallet, signed_payload, chain_id };
  const answer = await bench.call("POST /authorize/jwt", { body });
  return [answer.status, answer.body.err_code];
}

const approve = (hash: Hex) =>
  chain.settled(
    chain.client.writeContract({
      ...{ address: wallet, abi, functionName: "approveHash", args: [hash], account: chain.account },
    }),
  );

const bareDigest = (text: string) => keccak256(toBytes(text));

/** 66 bytes, as Ambire's: the owner's signature and how to read it. */
const ambire = async (hash: Hex) => `${await owner.sign({ hash })}00`;

const REFUSED = [400, "0210"];

conform(
  {
    "ID-AUTH-26": async (bench) => {
      await textOf(bench);
      expect(await logIn(bench, "0x", null)).toEqual([400, "0401"]);
      expect(await logIn(bench, "0x1234", null)).toEqual([400, "0401"]);
    },
    "ID-AUTH-27": {
      strict: async (bench) => {
        await textOf(bench);
        expect(await logIn(bench, "0x", 4711)).toEqual([500, "0401"]);
        expect(await logIn(bench, "0x", 1)).toEqual([500, "0402"]);
      },
      default: async (bench) => {
        await textOf(bench);
        expect(await logIn(bench, "0x", 4711)).toEqual([500, "0401"]);
        expect(await logIn(bench, "0x", 1)).toEqual(REFUSED);
      },
    },
    "ID-AUTH-28": async (bench) => {
      const text = await textOf(bench);
      if (bench.mode === "strict") {
        await approve(bareDigest(text));
        expect(await logIn(bench, "0x")).toEqual(REFUSED);
      }
      await approve(hashMessage(text));
      expect(await logIn(bench, "0x")).toEqual([200, undefined]);
    },
    "ID-AUTH-29": async (bench) => {
      const text = await textOf(bench);
      if (bench.mode === "strict") {
        expect(await logIn(bench, await ambire(hashMessage(text)))).toEqual(REFUSED);
      }
      expect(await logIn(bench, await ambire(bareDigest(text)))).toEqual([200, undefined]);
    },
    "ID-AUTH-30": async (bench) => {
      const text = await textOf(bench);
      const stranger = `${await newWallet().sign({ hash: bareDigest(text) })}00`;
      expect(await logIn(bench, stranger)).toEqual(REFUSED); // 0xffffffff
      expect(await logIn(bench, "0x")).toEqual(REFUSED); // revert
      const right = await ambire(bareDigest(text));
      expect(await logIn(bench, right, 137)).toEqual(REFUSED); // no node there
      expect(await logIn(bench, right)).toEqual([200, undefined]);
    },
    "ID-AUTH-31": {
      strict: async (bench) => {
        const right = await ambire(bareDigest(await textOf(bench)));
        expect(await logIn(bench, right)).toEqual([200, undefined]);
        expect(await logIn(bench, right)).toEqual([200, undefined]);
      },
      default: async (bench) => {
        const right = await ambire(bareDigest(await textOf(bench)));
        const both = await Promise.all([logIn(bench, right), logIn(bench, right)]);
        expect(both.map(([status]) => status).sort()).toEqual([200, 400]);
        // texts of the tests before may be outstanding
        expect((await logIn(bench, right))[0]).toBe(400);
      },
    },
  },
  config,
);
