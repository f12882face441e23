import { afterAll, beforeAll, expect, it } from "vitest";
import type { Wire } from "@/server/platform/testing";
import { loads } from "./testing-python";
import { IssuerWorld } from "./testing-world";

/** The older copy of the script that is bundled with the third-party command line client. */

let world: IssuerWorld;
let asset: Wire;
let user: { id: number };

beforeAll(async () => {
  world = await IssuerWorld.open();
  user = await world.user("Alice Ames");
  asset = await world.asset();
});
afterAll(() => world?.stop());

const older = (rest = {}) => world.client({ edition: "older", ...rest });

it("distributes, reissues and burns", async () => {
  await older().distribute(await world.distributionFile(asset, user, 1_000));
  await older().reissue(await world.reissueFile(asset, 20));
  await older().burn(await world.burnFile(asset, 5));
  expect(await world.books(asset)).toMatchObject({ distributed: 1_000, reissued: 20, burned: 5, lost: [] });
});

it("asks the node for its version alone before it logs in", async () => {
  const file = await world.burnFile(asset, 5);
  const [{ id }] = (await world.control.get("/calls?order=newest&limit=1")).body;
  await older().burn(file);
  const { body } = await world.control.get(`/calls?after=${id}&limit=3`);
  expect(body.map(({ method, path }: Wire) => `${method} ${path}`)).toEqual([
    "getnetworkinfo /elements/wallet/treasury",
    "POST /api/user/obtain_token",
    `GET /api/assets/${asset.asset_uuid}/balance`,
  ]);
});

it("finds a locked wallet only when the node refuses to send, and the same file serves afterwards", async () => {
  await world.node("createwallet", "vault", false, false, "correct horse");
  await world.control.do("/fund", { wallet: "vault", amount: "0.01" });
  await world.mine(1);
  const locked = await world.asset({ wallet: "vault", tokens: 0 });
  const client = older({ nodeUrl: world.nodeUrl("vault") });
  const file = await world.burnFile(locked, 5);
  await expect(client.burn(file)).rejects.toThrow(/destroyamount: .*-13/);
  await world.wallet("vault").call("walletpassphrase", ["correct horse", 600]);
  await client.burn(file);
  expect(await world.books(locked)).toMatchObject({ burned: 5, lost: [] });
});

it("knows neither --use-existing nor update-blinders: a stopped run is finished by the newer script", async () => {
  const file = await world.burnFile(asset, 7);
  const stopped = older({ sleep: async () => {}, rounds: 2 });
  await expect(stopped.burn(file)).rejects.toThrow("not confirmed in time");
  await world.mine(2);
  const history: Wire[] = await world.node("listtransactions", "*", 10);
  const { txid } = history.filter((row) => row.asset === asset.asset_id).at(-1);
  await expect(older().burn(file, { useExisting: txid })).rejects.toThrow("no such option");
  const base = loads(file).base_url;
  await expect(older().updateBlinders(asset.asset_uuid, base)).rejects.toThrow("no such sub-command");
  await world.client().burn(file, { useExisting: txid });
  expect((await world.books(asset)).lost).toEqual([]);
});
