import { afterAll, beforeAll, expect, test } from "vitest";
import { AmpCaller, issue, signIn } from "../amp/testing";
import { startTestSandbox, type TestSandbox } from "../testing";
import { type ControlCaller, controlCaller } from "./testing";

let sandbox: TestSandbox;
let control: ControlCaller;
const rival = { username: "rival", password: "rival-password" };

beforeAll(async () => {
  sandbox = await startTestSandbox();
  control = controlCaller(sandbox);
});
afterAll(() => sandbox?.stop());

test("opens a second issuer, who sees and reaches nothing of the first", async () => {
  const first = await signIn(sandbox, "issuer");
  const theirs = (await issue(sandbox, first)).asset_uuid;
  const opened = await control.do("/accounts", rival);
  expect(opened).toEqual({
    ...{ id: expect.any(Number), username: "rival", role: "issuer", is_locked: false },
    issuer: opened.id,
  });
  const { token } = (await new AmpCaller(sandbox).post("/user/obtain_token", rival)).body;
  const second = new AmpCaller(sandbox, token);
  expect((await second.get("/assets/")).body).toEqual([]);
  expect((await second.get(`/assets/${theirs}`)).status).toBe(404);
  const { asset_uuid } = await issue(sandbox, second, { name: "Harbour Bond" });
  expect((await second.get(`/assets/${asset_uuid}`)).body.issuer).toBe(opened.id);
  expect((await first.get(`/assets/${asset_uuid}`)).status).toBe(404);
});

test("lists issuers and managers without anything secret", async () => {
  const { status, body } = await control.get("/accounts");
  expect(status).toBe(200);
  const roles = body.map(({ username, role }: Record<string, string>) => [username, role]);
  expect(roles).toEqual(
    expect.arrayContaining([
      ["issuer", "issuer"],
      ["manager", "manager"],
    ]),
  );
  for (const row of body)
    expect(Object.keys(row).sort()).toEqual(["id", "is_locked", "issuer", "role", "username"]);
});

test.each([
  [{ username: "issuer", password: "long-enough" }, /already exists/],
  [{ username: "late", password: "short" }, /password/],
  [{ username: "", password: "long-enough" }, /username/],
  [{ password: "long-enough" }, /username/],
  [{ username: "late", password: "long-enough", role: "manager" }, /role/],
])("refuses %j and opens nothing", async (body, message) => {
  const before = (await control.get("/accounts")).body;
  const answer = await control.post("/accounts", body);
  expect(answer).toMatchObject({ status: 400, body: { error: expect.stringMatching(message) } });
  expect((await control.get("/accounts")).body).toEqual(before);
});
