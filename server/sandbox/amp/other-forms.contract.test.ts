import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Switches, switchNames } from "../switches";
import { startTestSandbox, type TestSandbox } from "../testing";
import { type AmpCaller, addUser, issue, mine, signIn, turn } from "./testing";

let sandbox: TestSandbox;
let amp: AmpCaller;
let uuid: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  amp = await signIn(sandbox, "issuer");
  uuid = (await issue(sandbox, amp)).asset_uuid;
  await mine(sandbox, 3);
});
afterAll(() => sandbox.stop());

const ALL_OFF = Object.fromEntries(switchNames.map((name) => [name, false])) as Switches;
beforeEach(() => turn(sandbox, ALL_OFF));

const newManager = async (username: string) =>
  (await amp.post("/managers/create", { username, password: "a-long-secret" })).body;

it("emptyManagerAnswers: off: the manager; on: nothing, and it is done all the same", async () => {
  const { id } = await newManager("unheard");
  expect((await amp.put(`/managers/${id}/unlock`)).body).toMatchObject({ id, is_locked: false });
  await turn(sandbox, { emptyManagerAnswers: true });
  for (const path of ["lock", `assets/${uuid}/add`])
    expect(await amp.put(`/managers/${id}/${path}`)).toEqual({ status: 200, body: undefined });
  const password = await amp.post(`/managers/${id}/change-password`, { password: "another-secret" });
  expect(password).toEqual({ status: 200, body: undefined });
  expect((await amp.get(`/managers/${id}`)).body).toMatchObject({ is_locked: true, assets: [uuid] });
});

it("postOnly: off: both methods; on: the other one alone", async () => {
  const { id } = await newManager("post-alone");
  const path = `/managers/${id}/assets/${uuid}/remove`;
  expect([(await amp.put(path)).status, (await amp.post(path)).status]).toEqual([200, 200]);
  await turn(sandbox, { postOnly: true });
  expect([(await amp.put(path)).status, (await amp.post(path)).status]).toEqual([405, 200]);
  expect((await amp.get("/user/refresh-token")).status).toBe(405);
});

it("noPaging: off: the rows asked for; on: all of them", async () => {
  for (const list of ["activities", "txs"]) {
    const rows = async () => (await amp.get(`/assets/${uuid}/${list}?start=1&count=1`)).body.length;
    expect(await rows()).toBe(0);
    await turn(sandbox, { noPaging: true });
    expect(await rows()).toBe(1);
    await turn(sandbox, { noPaging: false });
  }
});

it("newerScript: off: version 2; on: version 3", async () => {
  const version = async () =>
    (await amp.post(`/assets/${uuid}/burn-request`, { amount: 1 })).body.min_supported_client_script_version;
  expect(await version()).toBe(2);
  await turn(sandbox, { newerScript: true });
  expect(await version()).toBe(3);
});

it("fewerFields: off: an empty memo; on: null until one is set", async () => {
  const memo = async () => (await amp.get(`/assets/${uuid}/memo`)).body;
  expect(await memo()).toBe("");
  await turn(sandbox, { fewerFields: true });
  expect(await memo()).toBeNull();
  await amp.post(`/assets/${uuid}/memo/set`, "Board approval");
  expect(await memo()).toBe("Board approval");
});

it("summariesByAsset and oddSummaries: off: a list; on: by asset uuid, or another form altogether", async () => {
  const { id } = await addUser(sandbox, amp, "Zoe Zeller");
  const summary = async () => (await amp.get(`/registered_users/${id}/summary`)).body;
  expect(await summary()).toMatchObject([{ asset_uuid: uuid, balance: 0, distributions: [] }]);
  await turn(sandbox, { summariesByAsset: true });
  expect(await summary()).toEqual({ [uuid]: { assignments: [], balance: 0 } });
  await turn(sandbox, { summariesByAsset: false, oddSummaries: true });
  expect(await summary()).toEqual({ summary: "not here" });
});
