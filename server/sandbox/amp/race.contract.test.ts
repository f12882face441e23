import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestSandbox, type TestSandbox } from "../testing";
import { type AmpCaller, addUser, assign, callNode, issue, mine, newGaid, signIn } from "./testing";

let sandbox: TestSandbox;
let amp: AmpCaller;
let uuid: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  amp = await signIn(sandbox, "issuer");
  uuid = (await issue(sandbox, amp, { amount: 1000, restricted: false })).asset_uuid;
  await mine(sandbox, 3);
  await amp.get(`/assets/${uuid}/register-authorized`);
});

afterAll(() => sandbox.stop());

/** The same request several times at once. @returns the statuses, sorted */
async function atOnce(send: () => Promise<{ status: number }>, times = 6): Promise<number[]> {
  const answers = await Promise.all(Array.from({ length: times }, send));
  return answers.map(({ status }) => status).sort();
}

const oneWins = (status: number, refusal = 400, times = 6) => [
  status,
  ...Array<number>(times - 1).fill(refusal),
];

it("never hands out an assignment twice when several distributions are created at once", async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id } = await addUser(sandbox, amp, `Alice Ames ${round}`);
    for (let amount = 1; amount <= 3; amount += 1) await assign(amp, uuid, id, amount);
    const create = () => amp.get(`/assets/${uuid}/distributions/create/`);
    const answers = await Promise.all([create(), create(), create(), create()]);
    const orders = answers.filter(({ body }) => body.distribution_uuid !== undefined);
    expect(orders).toHaveLength(1);
    expect(Object.keys(orders[0]?.body.map_address_amount)).toHaveLength(3);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  }
});

it("adds a registered user, a category, a manager and a GAID once and tells the others", async () => {
  const gaid = await newGaid(sandbox);
  const user = { name: "Bernard Okafor", is_company: false };
  expect(await atOnce(() => amp.post("/registered_users/add", user))).toEqual(oneWins(201));
  const names = ["one", "two", "three", "four"];
  const sameGaid = await Promise.all(
    names.map((name) => amp.post("/registered_users/add", { name, is_company: false, GAID: gaid })),
  );
  expect(sameGaid.map(({ status }) => status).sort()).toEqual(oneWins(201, 400, 4));
  expect(await atOnce(() => amp.post("/categories/add", { name: "Residents" }))).toEqual(oneWins(201));
  const manager = { username: "kyc-desk", password: "a-long-secret" };
  expect(await atOnce(() => amp.post("/managers/create", manager))).toEqual(oneWins(201));
  const [address] = [await callNode(sandbox, "getnewaddress")];
  const add = () => amp.post(`/assets/${uuid}/treasury-addresses/add`, [address]);
  expect(await atOnce(add)).toEqual(oneWins(200));
});

it("puts a user into a category once and lets it out once", async () => {
  const { id } = await addUser(sandbox, amp, "Clara Lindqvist");
  const { id: category } = (await amp.post("/categories/add", { name: "Accredited" })).body;
  const path = `/categories/${category}/registered_users/${id}`;
  expect(await atOnce(() => amp.put(`${path}/add`))).toEqual(oneWins(200));
  expect(await atOnce(() => amp.put(`${path}/remove`))).toEqual(oneWins(200));
});

it("never assigns more than the treasury has", async () => {
  const { id } = await addUser(sandbox, amp, "Dario Conti");
  const before = (await amp.get(`/assets/${uuid}/summary`)).body.assigned;
  const amount = Math.floor((1000 - before) / 2);
  const statuses = await atOnce(() => assign(amp, uuid, id, amount), 5);
  expect(statuses).toEqual([200, 200, 400, 400, 400]);
  expect((await amp.get(`/assets/${uuid}/summary`)).body.assigned).toBeLessThanOrEqual(1000);
});

it("deletes an assignment or takes it into a distribution, never both", async () => {
  const other = (await issue(sandbox, amp, { name: "Harbour Bond", restricted: false })).asset_uuid;
  await mine(sandbox, 3);
  await amp.get(`/assets/${other}/register-authorized`);
  const { id } = await addUser(sandbox, amp, "Elena Petrova");
  for (let round = 0; round < 5; round += 1) {
    const { id: assignment } = (await assign(amp, other, id, 1)).body[0];
    const [removed, created] = await Promise.all([
      amp.delete(`/assets/${other}/assignments/${assignment}/delete`),
      amp.get(`/assets/${other}/distributions/create/`),
    ]);
    const isTaken = created.body.distribution_uuid !== undefined;
    expect([removed.status, isTaken]).toEqual(isTaken ? [400, true] : [204, false]);
  }
});

it("leaves exactly one default GAID however often it is chosen at once", async () => {
  const { id, gaid } = await addUser(sandbox, amp, "Farid Haddad");
  const second = await newGaid(sandbox);
  await amp.post(`/registered_users/${id}/gaids/add`, second);
  const choose = (wanted: string) => amp.post(`/registered_users/${id}/gaids/set-default`, wanted);
  const answers = await Promise.all([choose(gaid), choose(second), choose(gaid), choose(second)]);
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  expect([gaid, second]).toContain((await amp.get(`/registered_users/${id}`)).body.GAID);
  expect((await amp.get(`/registered_users/${id}/gaids`)).body).toEqual([gaid, second]);
});
