import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { type Endpoint, type EndpointName, endpointList } from "@/lib/contracts/amp/endpoints";
import { printExactJson } from "@/lib/exact-json";
import { startTestSandbox, type TestSandbox } from "../testing";
import { Issuer } from "./play/issuer";
import { type AmpCaller, signIn } from "./testing";

/** What is printed beside an endpoint's schema says the same as the schema would. The small world has holders of all kinds. */

let sandbox: TestSandbox;
let amp: AmpCaller;
let assets: { asset_uuid: string }[];

beforeAll(async () => {
  sandbox = await startTestSandbox({ seed: "small" });
  amp = await signIn(sandbox, "issuer");
  assets = (await amp.get("/assets/")).body;
}, 120_000);

afterAll(() => sandbox?.stop());

type Listing = Extract<EndpointName, "listOwnerships" | "listActivities" | "getBalance">;

async function bothWays(name: Listing, assetUuid: string, query: Record<string, string> = {}) {
  const { path, query: shape, returns } = endpointList.find((one) => one.name === name) as Endpoint;
  const asked = shape ? { query: z.decode(shape, query) as never } : {};
  const handled = await sandbox.world.read(async (unit) =>
    (await Issuer.in(unit, sandbox.world)).ask(name, { params: { assetUuid }, ...asked }),
  );
  const address = path.replace("{assetUuid}", assetUuid);
  const printed = (await amp.get(`${address}?${new URLSearchParams(query)}`)).body;
  const encoded = returns && z.encode(returns, handled);
  return { printed: printExactJson(printed), encoded: printExactJson(encoded) };
}

it.each<[Listing, Record<string, string>]>([
  ["listOwnerships", {}],
  ["listOwnerships", { height: "2000030" }],
  ["getBalance", {}],
  ["listActivities", {}],
  ["listActivities", { count: "7", start: "3", sortorder: "desc" }],
  ["listActivities", { sortcolumn: "description", sortorder: "desc" }],
])("%s %o", async (name, query) => {
  const answers = await Promise.all(assets.map((asset) => bothWays(name, asset.asset_uuid, query)));
  for (const { printed, encoded } of answers) expect(printed).toBe(encoded);
  expect(Math.max(...answers.map(({ printed }) => printed.length))).toBeGreaterThan(400);
});
