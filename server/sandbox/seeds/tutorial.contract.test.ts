import { afterAll, beforeAll, expect, it } from "vitest";
import { type AmpCaller, callNode, mine, ownedSats, signIn } from "../amp/testing";
import { distribute } from "../control/testing";
import { startTestSandbox, type TestSandbox } from "../testing";

let sandbox: TestSandbox;
let issuer: AmpCaller;
let asset: { asset_uuid: string; asset_id: string } & Record<string, unknown>;
let base: string;

beforeAll(async () => {
  sandbox = await startTestSandbox({ seed: "tutorial" });
  issuer = await signIn(sandbox, "issuer");
  [asset] = (await issuer.get("/assets/")).body;
  base = `/assets/${asset.asset_uuid}`;
});
afterAll(() => sandbox?.stop());

const list = async (path: string) => (await issuer.get(path)).body;

it("has one restricted, reissuable, authorised asset that requires a category", async () => {
  const [category] = await list("/categories");
  expect(asset).toMatchObject({
    transfer_restricted: true,
    is_authorized: true,
    is_locked: false,
    reissuance_token_id: expect.stringMatching(/^[0-9a-f]{64}$/),
    requirements: [category.id],
  });
  expect(category.assets).toEqual([asset.asset_uuid]);
});

it("has users with and without a wallet, in the category and not", async () => {
  const users: { GAID: string | null; categories: number[] }[] = await list("/registered_users/");
  const kinds = users.map(({ GAID, categories }) => `${GAID ? "wallet" : "none"}, ${categories.length}`);
  expect(new Set(kinds)).toEqual(new Set(["wallet, 1", "none, 1", "wallet, 0"]));
});

it("has paid one user and holds assignments in every open state", async () => {
  const [distribution, ...more] = await list(`${base}/distributions`);
  expect(more).toEqual([]);
  expect(distribution.distribution_status).toBe("CONFIRMED");
  const open: { ready_for_distribution: boolean; has_vested: boolean; GAID: string | null }[] = await list(
    `${base}/assignments?distributed=false`,
  );
  const states = open.map((row) => [row.ready_for_distribution, row.has_vested, row.GAID !== null].join());
  expect(states.sort()).toEqual(
    ["false,true,true", "true,false,true", "true,true,false", "true,true,true"].sort(),
  );
  expect(await ownedSats(issuer, asset.asset_uuid)).toBe(100_000);
  expect((await list(`${base}/balance`)).lost_outputs).toEqual([]);
});

it("lets the tutorial go on: distribute to the next user, reissue, work as the manager", async () => {
  const users: { id: number; name: string }[] = await list("/registered_users/");
  const next = users.find(({ name }) => name === "Bernard Okafor");
  await distribute(sandbox, issuer, asset, next?.id ?? 0, 25);
  const owners: { owner: string; amount: number }[] = await list(`${base}/ownerships`);
  // The assignment of the seed went along with it.
  expect(owners.find(({ owner }) => owner === String(next?.id))?.amount).toBe(525);
  const order = (await issuer.post(`${base}/reissue-request`, { amount_to_reissue: 10 })).body;
  expect(order.reissuance_utxos).toHaveLength(1);
  const { txid, vin } = await callNode(sandbox, "reissueasset", [asset.asset_id, order.amount]);
  await mine(sandbox, 2);
  const { details } = await callNode(sandbox, "gettransaction", [txid]);
  const issuances: { txid: string }[] = await callNode(sandbox, "listissuances");
  const confirm = {
    details,
    listissuances: issuances.filter((issuance) => issuance.txid === txid),
    reissuance_output: { txid, vin },
  };
  expect((await issuer.post(`${base}/reissue-confirm`, confirm)).status).toBe(200);
  expect(await ownedSats(issuer, asset.asset_uuid)).toBe(100_010);
  const manager = await signIn(sandbox, "manager");
  expect((await manager.get(`${base}/assignments`)).status).toBe(200);
});
