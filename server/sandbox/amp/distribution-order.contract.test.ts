import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestSandbox, type TestSandbox } from "../testing";
import { type AmpCaller, callNode, issue, mine, newGaid, sendOrder, signIn } from "./testing";

let sandbox: TestSandbox;
let amp: AmpCaller;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  amp = await signIn(sandbox, "issuer");
});

afterAll(() => sandbox.stop());

async function addUser(name: string, gaid?: string): Promise<number> {
  const { body } = await amp.post("/registered_users/add", { name, is_company: false, GAID: gaid });
  return body.id;
}

const assign = (uuid: string, registeredUser: number, amount: number, rest: object = {}) =>
  amp.post(`/assets/${uuid}/assignments/create`, {
    assignments: [{ registered_user: registeredUser, amount, ready_for_distribution: true, ...rest }],
  });

describe("what a distribution takes", () => {
  let uuid: string;

  beforeAll(async () => {
    uuid = (await issue(sandbox, amp, { name: "Harbour Bond", restricted: false })).asset_uuid;
  });

  it("needs an authorised, unlocked asset", async () => {
    const path = `/assets/${uuid}/distributions/create/`;
    expect((await amp.get(path)).body.Error).toContain("not authorized");
    const gaid = await newGaid(sandbox);
    const user = await addUser("Clara Lindqvist", gaid);
    expect((await assign(uuid, user, 1)).body.Error).toContain("insufficient confirmed funds");
    await mine(sandbox, 3);
    await amp.get(`/assets/${uuid}/register-authorized`);
    await amp.put(`/assets/${uuid}/lock`);
    expect((await amp.get(path)).body.Error).toContain("locked");
    await amp.put(`/assets/${uuid}/unlock`);
  });

  it("leaves out what is locked, not vested or without a wallet", async () => {
    const ready = await addUser("Dario Conti", await newGaid(sandbox));
    const walletless = await addUser("Elena Petrova");
    await assign(uuid, ready, 10, { ready_for_distribution: false });
    await assign(uuid, ready, 20, { vesting_timestamp: Math.floor(Date.now() / 1000) + 3600 });
    await assign(uuid, walletless, 30);
    await assign(uuid, ready, 40, { vesting_timestamp: Math.floor(Date.now() / 1000) - 3600 });
    const { body } = await amp.get(`/assets/${uuid}/distributions/create/`);
    expect(Object.values(body.map_address_amount).map(String)).toEqual(["0.00000040"]);
    const cancelled = await amp.delete(`/assets/${uuid}/distributions/${body.distribution_uuid}/cancel`);
    expect(cancelled.status).toBe(200);
    const rows = (await amp.get(`/assets/${uuid}/assignments?distributed=false`)).body;
    expect(rows.every((row: { distribution_uuid: null }) => row.distribution_uuid === null)).toBe(true);
    expect(rows.map((row: { has_vested: boolean }) => row.has_vested)).toEqual([true, false, true, true]);
    expect((await amp.delete(`/assets/${uuid}/assignments/${rows[0].id}/delete`)).status).toBe(204);
    expect((await amp.get(`/assets/${uuid}/assignments/${rows[0].id}`)).status).toBe(404);
  });

  it("reports what the node moved without an order as lost", async () => {
    const { asset_id: assetId } = (await amp.get(`/assets/${uuid}`)).body;
    const address = await callNode(sandbox, "getnewaddress");
    await sendOrder(sandbox, {
      map_address_amount: { [address]: 0.01 },
      map_address_asset: { [address]: assetId },
    });
    const { lost_outputs: lost } = (await amp.get(`/assets/${uuid}/lost-outputs`)).body;
    expect(lost).toHaveLength(1);
    expect((await amp.get(`/assets/${uuid}/balance`)).body.lost_outputs).toEqual(lost);
  });
});
