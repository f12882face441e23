import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AmpCaller, ownedSats, signIn } from "../amp/testing";
import { startTestSandbox, type TestSandbox } from "../testing";
import { seed } from ".";

interface SeededAsset {
  asset_uuid: string;
  name: string;
  is_authorized: boolean;
  transfer_restricted: boolean;
}

let sandbox: TestSandbox;
let issuer: AmpCaller;
let assets: SeededAsset[];

beforeAll(async () => {
  sandbox = await startTestSandbox({ seed: "small" });
  issuer = await signIn(sandbox, "issuer");
  assets = (await issuer.get("/assets/")).body;
}, 120_000);

afterAll(() => sandbox.stop());

const list = async (path: string) => (await issuer.get(path)).body;

describe("the small world", () => {
  it("has three assets in different states", () => {
    expect(assets.map((asset) => [asset.transfer_restricted, asset.is_authorized])).toEqual([
      [true, true],
      [false, true],
      [true, false],
    ]);
  });

  it("tells a few hundred movements over many blocks, in order of time", async () => {
    const pages = await Promise.all(assets.map((asset) => list(`/assets/${asset.asset_uuid}/activities`)));
    const rows: { blockheight: number; datetime: string }[] = pages.flat();
    expect(rows.length).toBeGreaterThan(200);
    expect(new Set(rows.map((row) => row.blockheight)).size).toBeGreaterThan(25);
    for (const page of pages) {
      const times = page.map((row: { datetime: string }) => row.datetime);
      expect(times).toEqual([...times].sort());
      expect(Date.parse(times.at(-1))).toBeLessThanOrEqual(Date.now());
    }
  });

  it("accounts for every unit, at the tip and at each earlier block", async () => {
    for (const { asset_uuid: uuid } of assets) {
      const { issued } = await list(`/assets/${uuid}/summary`);
      const txs: { blockheight: number }[] = await list(`/assets/${uuid}/txs`);
      const heights = [...new Set(txs.map((tx) => tx.blockheight))];
      for (const height of heights.filter((_, index) => index % 5 === 0))
        expect(await ownedSats(issuer, uuid, `?height=${height}`)).toBe(issued);
      expect(await ownedSats(issuer, uuid)).toBe(issued);
      expect((await list(`/assets/${uuid}/balance`)).lost_outputs).toEqual([]);
    }
  });

  it("has holders without a record on the issuer-tracked asset", async () => {
    const owners: { owner: string | null }[] = await list(`/assets/${assets[1]?.asset_uuid}/ownerships`);
    expect(owners.filter(({ owner }) => owner === null).length).toBeGreaterThan(5);
  });

  it("never gives a user the number of the issuer's account", async () => {
    const users: { id: number }[] = await list("/registered_users/");
    expect(users.length).toBeGreaterThan(10);
    expect(Math.min(...users.map(({ id }) => id))).toBeGreaterThan(1000);
  });

  it("leaves assignments in every open state", async () => {
    const open: { ready_for_distribution: boolean; has_vested: boolean; GAID: string | null }[] = await list(
      `/assets/${assets[0]?.asset_uuid}/assignments?distributed=false`,
    );
    expect(open.some((row) => row.ready_for_distribution && row.has_vested && row.GAID)).toBe(true);
    expect(open.some((row) => !row.ready_for_distribution)).toBe(true);
    expect(open.some((row) => !row.has_vested)).toBe(true);
    expect(open.some((row) => row.GAID === null)).toBe(true);
  });

  it("grants the manager one asset", async () => {
    const manager = await signIn(sandbox, "manager");
    expect((await manager.get("/managers/me")).body).toMatchObject({
      is_locked: false,
      assets: [assets[0]?.asset_uuid],
    });
  });

  it("is made once", async () => {
    await seed(sandbox.world, "small");
    expect(await list("/assets/")).toHaveLength(3);
  });
});
