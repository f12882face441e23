import { encodeFunctionResult, getAbiItem, parseAbi, toFunctionSelector } from "viem";
import { generatePrivateKey } from "viem/accounts";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import type { TestIdentity } from "@/server/identity/testing";
import { type PortalBench, startPortalBench } from "@/server/investor/testing";
import { turnClock } from "@/server/platform/clock";
import { type Listening, listen } from "@/server/platform/listen";

export const CHAIN = 31337;
export const CAMPAIGN = "0x00000000000000000000000000000000C0FFEE01";
export const CID = "bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi";

/** What Pinata was asked for since the last look: keys made, and uploads with the key they came with. */
interface Seen {
  keys: number;
  revoked: string[];
  uploads: { authorization: string | null; name: string; type: string; size: number }[];
}

/** What the service meets outside, as a test wants it. */
interface Outside {
  seen: Seen;
  answerUpload: () => Response;
  /** What the contract calls its coin. */
  symbol: string;
  /** The service with everything set up. */
  full: TestIdentity;
}

const contractAbi = parseAbi([
  "function version() view returns (string)",
  "function stablecoin() view returns (address)",
  "function symbol() view returns (string)",
  "function decimals() view returns (uint8)",
]);
const says = (functionName: "version" | "stablecoin" | "symbol" | "decimals", result: string | number) => [
  toFunctionSelector(getAbiItem({ abi: contractAbi, name: functionName })),
  encodeFunctionResult({ abi: contractAbi, functionName, result: result as never }),
];

interface Rpc {
  id: number;
  method: string;
  params: [{ data: string }];
}

const serve = (handler: (request: Request) => Promise<Response>) =>
  listen("127.0.0.1", 0, () => handler, { starting: () => new Response() });
const urlOf = ({ port }: Listening) => `http://127.0.0.1:${port}`;

/** A portal whose service has a storage and campaigns. */
export function offersBench() {
  const bench = {} as PortalBench;
  const outside = {} as Outside;
  let servers: Listening[] = [];
  const pinata = async (request: Request): Promise<Response> => {
    if (new URL(request.url).pathname === "/users/generateApiKey") {
      outside.seen.keys += 1;
      const JWT = `key-${outside.seen.keys}`;
      return Response.json({ pinata_api_key: `name-${outside.seen.keys}`, pinata_api_secret: "secret", JWT });
    }
    if (new URL(request.url).pathname === "/users/revokeApiKey") {
      outside.seen.revoked.push(((await request.json()) as { apiKey: string }).apiKey);
      return Response.json("Revoked");
    }
    const file = (await request.formData()).get("file") as File;
    const authorization = request.headers.get("authorization");
    outside.seen.uploads.push({ authorization, name: file.name, type: file.type, size: file.size });
    return outside.answerUpload();
  };

  /** A node on which every contract is a campaign that takes orders, and its own coin. */
  const node = async (request: Request): Promise<Response> => {
    const { id, method, params } = (await request.json()) as Rpc;
    const answers = Object.fromEntries([
      says("version", "1.0.20"),
      says("stablecoin", CAMPAIGN),
      says("symbol", outside.symbol),
      says("decimals", 6),
    ]);
    const result = method === "eth_call" ? answers[params[0].data.slice(0, 10)] : "0x7a69";
    return Response.json({ jsonrpc: "2.0", id, result });
  };

  beforeAll(async () => {
    servers = await Promise.all([serve(pinata), serve(node)]);
    const [storage, rpc] = servers.map(urlOf);
    const nodes = JSON.stringify({ [`${CHAIN}`]: { rpcUrl: rpc } });
    Object.assign(bench, await startPortalBench({ PINATA_URL: `${storage}/`, IDENTITY_CHAINS: nodes }));
    const key = { walletApproverPrivateKey: generatePrivateKey(), walletApproverServiceAddress: CAMPAIGN };
    const settings = {
      ...{
        ...key,
        rpcUrl: rpc,
        faucetCallerPrivateKey: generatePrivateKey(),
        faucetServiceAddress: CAMPAIGN,
      },
      ...{ autoInvestPrivateKey: generatePrivateKey(), autoInvestServiceAddress: CAMPAIGN },
    };
    outside.full = await bench.ours.replica({
      ...{ faucetEnabled: true, autoInvestEnabled: true, chains: { [`${CHAIN}`]: settings } },
      pinata: { jwt: "master", url: storage ?? "", maxUses: 1, keysPerDay: 2, keyHours: 24 },
    });
  });
  afterAll(async () => {
    await bench.stop?.();
    for (const server of servers) await server.close(0);
  });
  beforeEach(() => {
    outside.seen = { keys: 0, uploads: [], revoked: [] };
    outside.symbol = "EURX";
    outside.answerUpload = () =>
      Response.json({ IpfsHash: CID, PinSize: 20, Timestamp: "2026-11-21T12:00:00Z" });
    Object.assign(bench.gate, { calls: [], state: "open", target: outside.full });
  });
  afterEach(() => turnClock(0));

  return { bench, outside };
}
