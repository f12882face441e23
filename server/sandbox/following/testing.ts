import { randomBytes } from "node:crypto";
import { z } from "zod";
import { elementsAmount } from "@/lib/contracts/wire";
import { printUnits } from "@/lib/domain/units";
import { createNodeClient, type NodeClient } from "@/server/elements/rpc";
import { startTestSandbox, type TestSandbox } from "../testing";
import { type FollowedAddress, readAddress } from "./node";

/** An Elements node that is none of the tests' business except for the wallets they make on it. */
export interface OutsideNode {
  address: Omit<FollowedAddress, "wallet">;
  /** A wallet with L-BTC; null looks for the free coins of a fresh regtest chain. */
  purse: string | null;
  close(): Promise<void>;
}

/** A second sandbox, whose node stands in for a real one. */
export async function openSandboxNode(): Promise<OutsideNode & { sandbox: TestSandbox }> {
  const sandbox = await startTestSandbox({ network: "regtest" });
  const address = { url: `${sandbox.url}/elements`, user: "rpcuser", password: "rpcpass" };
  return { sandbox, address, purse: "treasury", close: sandbox.stop };
}

/** The node that ELEMENTS_RPC_URL names. @throws Error that says what is missing */
export function realNode(env: Partial<NodeJS.ProcessEnv> = process.env): OutsideNode {
  const given = env.ELEMENTS_RPC_URL;
  if (!given)
    throw new Error("ELEMENTS_RPC_URL is not set: it names the Elements node, e.g. http://127.0.0.1:7041");
  const { ELEMENTS_RPC_USER: user, ELEMENTS_RPC_PASSWORD: password } = env;
  const address = readAddress({ url: given, user, password });
  if (!address) throw new Error("ELEMENTS_RPC_USER and ELEMENTS_RPC_PASSWORD are not both set.");
  return { address, purse: env.ELEMENTS_RPC_WALLET || null, close: async () => {} };
}

const TIMEOUT_MS = 60_000;

/** A wallet of the node, or the node as a whole. */
export const clientOf = (address: OutsideNode["address"], wallet?: string): NodeClient =>
  createNodeClient(urlOf(address, wallet), TIMEOUT_MS);

/** With its credentials, as the desk's configuration wants it. */
export function urlOf({ url, user, password }: OutsideNode["address"], wallet?: string): string {
  const whole = new URL(wallet === undefined ? `${url}/` : `${url}/wallet/${encodeURIComponent(wallet)}`);
  whole.username = encodeURIComponent(user);
  whole.password = encodeURIComponent(password);
  return whole.toString();
}

/** Two fresh wallets on the node, each with L-BTC: the issuer's and AMP's. */
export interface Wallets {
  issuer: string;
  amp: string;
  mine(blocks: number): Promise<void>;
  /** Sends the L-BTC that is left back to where it came from and unloads what was made. */
  close(): Promise<void>;
}

const EACH_SATS = 20_000_000n;
const NEEDED_SATS = 50_000_000n;
/** Parameters of createwallet after the name. */
const WITHOUT_DESCRIPTORS = [false, false, "", false, false];

export async function openWallets({ address, purse }: OutsideNode): Promise<Wallets> {
  const node = clientOf(address);
  await checkChain(node);
  const stem = `ampdesk-test-${randomBytes(4).toString("hex")}`;
  const made: string[] = [];
  const make = async (name: string, options: unknown[] = []) => {
    await node.call("createwallet", [name, ...options], z.unknown());
    made.push(name);
    return name;
  };
  const openPurse = async () => {
    const name = `${stem}-purse`;
    // coins that anyone can spend are those of a wallet without descriptors first of all, where a node still makes one
    await make(name, WITHOUT_DESCRIPTORS).catch(() => make(name));
    return findFreeCoins(node, address, name);
  };
  const unload = async () => {
    for (const name of made.splice(0)) await node.call("unloadwallet", [name], z.unknown());
  };
  try {
    const source = clientOf(address, purse ?? (await openPurse()));
    const home = await source.call("getnewaddress", ["ampdesk test"], z.string());
    const mine = async (blocks: number) => {
      await node.call("generatetoaddress", [blocks, home], z.array(z.string()));
    };
    // a node whose newest block is old takes itself for one that has yet to catch up
    await mine(1);
    const [issuer, amp] = [await make(`${stem}-issuer`), await make(`${stem}-amp`)];
    for (const name of [issuer, amp]) {
      const receiving = await clientOf(address, name).call("getnewaddress", [], z.string());
      await source.call("sendtoaddress", [receiving, printUnits(EACH_SATS, 8)], z.string());
    }
    await mine(1);
    return {
      ...{ issuer, amp, mine },
      close: async () => {
        if (purse !== null) {
          for (const name of [issuer, amp]) await sendBack(clientOf(address, name), home);
          await mine(1);
        }
        await unload();
      },
    };
  } catch (error) {
    await unload();
    throw error;
  }
}

async function checkChain(node: NodeClient): Promise<void> {
  const { chain } = await node.call("getblockchaininfo", [], z.object({ chain: z.string() }));
  if (chain !== "elementsregtest")
    throw new Error(
      `The node is on the chain "${chain}"; the suite makes blocks and needs "elementsregtest".`,
    );
}

/** A wallet over the coins that -initialfreecoins gives to anyone. RPC rescanblockchain */
async function findFreeCoins(
  node: NodeClient,
  address: OutsideNode["address"],
  name: string,
): Promise<string> {
  const purse = clientOf(address, name);
  await purse.call("rescanblockchain", [], z.unknown());
  if ((await lbtcOf(purse)) >= NEEDED_SATS) return name;
  const names = await node.call("listwallets", [], z.array(z.string()));
  throw new Error(
    `No L-BTC: set ELEMENTS_RPC_WALLET to a wallet that holds at least 0.5, of those that are loaded (${names.join(", ")}), or start the chain with -initialfreecoins and -anyonecanspendaremine=1.`,
  );
}

const lbtcOf = async (wallet: NodeClient): Promise<bigint> =>
  (await wallet.call("getbalance", [], z.record(z.string(), elementsAmount))).bitcoin ?? 0n;

const DUST_SATS = 100_000n;

/** RPC sendtoaddress, the fee taken from the amount. */
async function sendBack(wallet: NodeClient, home: string): Promise<void> {
  const left = await lbtcOf(wallet);
  if (left < DUST_SATS) return;
  await wallet.call("sendtoaddress", [home, printUnits(left, 8), "", "", true], z.string());
}
