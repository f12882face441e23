import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Endpoint, endpointList } from "@/lib/contracts/amp/endpoints";
import { startTestSandbox, type TestSandbox } from "../testing";
import { AmpCaller, addUser, assign, distribute, issue, mine, newGaid, signIn } from "./testing";

/**
 * The paths of AMP's official list for investment managers, plus /managers/me. `*` = attached assets only,
 * `†` = removed from the service and never struck from the list.
 */
const MANAGERS_LIST = `
  /info
  /changelog
  /user/obtain_token
  /registered_users/
  /registered_users/{id}
  /registered_users/add
  /registered_users/{id}/edit
  /registered_users/{id}/delete
  /registered_users/{id}/summary *
  /registered_users/{id}/gaids
  /registered_users/{id}/gaids/add
  /registered_users/{id}/gaids/set-default
  /registered_users/validate-gaid †
  /registered_users/{id}/categories/add †
  /registered_users/{id}/categories/delete †
  /categories
  /categories/{id}
  /assets/{uuid} *
  /assets/{uuid}/activities *
  /assets/{uuid}/balance *
  /assets/{uuid}/utxos *
  /assets/{uuid}/summary *
  /assets/{uuid}/assignments *
  /assets/{uuid}/assignments/{id} *
  /assets/{uuid}/assignments/create *
  /assets/{uuid}/assignments/{id}/lock *
  /assets/{uuid}/assignments/{id}/unlock *
  /assets/{uuid}/assignments/{id}/delete *
  /gaids/{gaid}/validate
  /managers/me
`;

const listed = MANAGERS_LIST.trim()
  .split("\n")
  .map((line) => line.trim().split(" "))
  .map(([path = "", mark]) => ({ path, mark }));

const NAMES: Record<string, string> = { assetUuid: "uuid", gaid: "gaid" };
const shortened = (path: string) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => `{${NAMES[name] ?? "id"}}`);
const entryOf = ({ path }: Endpoint) => listed.find((entry) => entry.path === shortened(path));
const isOpen = ({ path }: Endpoint) => ["/info", "/changelog", "/user/obtain_token"].includes(path);

const MISSING = { detail: "Authentication credentials were not provided." };
const INVALID = { detail: "Invalid token." };
const LOCKED = { detail: "User inactive or deleted." };
const FORBIDDEN = { detail: "You do not have permission to perform this action." };
const NOT_FOUND = { detail: "Not found." };

let sandbox: TestSandbox;
let issuer: AmpCaller;
let manager: AmpCaller;
let managerId: number;
let attached: { uuid: string; txid: string; distribution: string; categoryId: number };
let other: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  issuer = await signIn(sandbox, "issuer");
  manager = await signIn(sandbox, "manager");
  managerId = (await manager.get("/managers/me")).body.id;
  const { asset_uuid: uuid, txid } = await issue(sandbox, issuer);
  other = (await issue(sandbox, issuer, { name: "Harbour Bond" })).asset_uuid;
  await mine(sandbox, 3);
  await issuer.get(`/assets/${uuid}/register-authorized`);
  await issuer.put(`/managers/${managerId}/assets/${uuid}/add`);
  const { id } = await addUser(sandbox, issuer, "Alice Ames");
  await assign(issuer, uuid, id, 100);
  const distribution = await distribute(sandbox, issuer, uuid);
  const categoryId = (await issuer.post("/categories/add", { name: "Residents" })).body.id;
  attached = { uuid, txid, distribution, categoryId };
});

afterAll(() => sandbox.stop());

interface Sent {
  path: string;
  body?: unknown;
}

/** The paths of all endpoints with ids that exist, each time with fresh users and a fresh assignment. */
async function requests(assetUuid = attached.uuid): Promise<Map<Endpoint, Sent>> {
  const name = `Bernard Okafor ${Math.random()}`;
  const user = await addUser(sandbox, issuer, name);
  const saver = await addUser(sandbox, issuer, `${name}, saver`);
  const { body } = await assign(issuer, attached.uuid, saver.id, 1);
  const bodies: Record<string, unknown> = {
    obtainToken: { username: "issuer", password: "issuer-password" },
    addRegisteredUser: { name: `${name}, added`, is_company: false },
    editRegisteredUser: { name: `${name}, edited` },
    addUserGaid: await newGaid(sandbox),
    setDefaultGaid: user.gaid,
    createAssignment: { assignments: [{ registered_user: saver.id, amount: 1 }] },
  };
  const values: Record<string, string | number> = {
    assetUuid,
    gaid: user.gaid,
    registeredUserId: user.id,
    assignmentId: body[0].id,
    distributionUuid: attached.distribution,
    txid: attached.txid,
    categoryId: attached.categoryId,
    managerId,
  };
  return new Map(
    [...endpointList].sort(byHarm).map((endpoint) => [
      endpoint,
      {
        path: endpoint.path.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key])),
        body: bodies[endpoint.name],
      },
    ]),
  );
}

/** What takes something away comes last, the asset after all that belongs to it, and then the token. */
const harm = ({ name, method, number }: Endpoint) =>
  name === "refreshToken" ? 1000 : method === "DELETE" ? 500 - number : 0;
const byHarm = (a: Endpoint, b: Endpoint) => harm(a) - harm(b);

/** What a refusal of the door can look like: none of it means that the call was let through. */
const DOOR = [401, 403, 404, 405];

async function expectThrough(amp: AmpCaller, { method, path: said, success }: Endpoint, sent: Sent) {
  const { status, body } = await amp.send(method, sent.path, sent.body);
  expect({ status, body }, `${method} ${said}`).toMatchObject({ status: success });
}

/** Let in, whatever is then said to an empty body. */
async function expectLetIn(amp: AmpCaller, { method, path: said }: Endpoint, sent: Sent) {
  const { status } = await amp.send(method, sent.path, sent.body);
  expect(DOOR, `${method} ${said} answered ${status}`).not.toContain(status);
  expect(status, `${method} ${said}`).toBeLessThan(500);
}

async function expectRefused(amp: AmpCaller, endpoint: Endpoint, sent: Sent, status: number, body: object) {
  const answer = await amp.send(endpoint.method, sent.path, sent.body);
  expect(answer, `${endpoint.method} ${endpoint.path}`).toEqual({ status, body });
}

describe("the manager's list", () => {
  it("names exactly 27 of the 78 endpoints", () => {
    const open = endpointList.filter((endpoint) => entryOf(endpoint) !== undefined);
    expect(open).toHaveLength(27);
    expect(new Set(open.map(({ path }) => shortened(path))).size).toBe(27);
    expect(listed.filter(({ mark }) => mark === "†")).toHaveLength(3);
  });

  it("names three paths that nobody finds any more", async () => {
    const removed = listed.filter(({ mark }) => mark === "†");
    for (const { path } of removed)
      for (const method of ["GET", "POST", "PUT", "DELETE"])
        expect(await manager.send(method, path.replace("{id}", "1")), path).toEqual({
          status: 404,
          body: NOT_FOUND,
        });
  });
});

describe("each of the 78 endpoints", () => {
  it.each([
    ["nobody", undefined, MISSING],
    ["a stranger", "0".repeat(40), INVALID],
  ])("refuses %s but for the three that are open", async (_, token, body) => {
    const amp = new AmpCaller(sandbox, token);
    for (const [endpoint, sent] of await requests())
      if (isOpen(endpoint)) await expectThrough(amp, endpoint, sent);
      else await expectRefused(amp, endpoint, sent, 401, body);
  });

  it("refuses a locked manager but for the three that are open", async () => {
    await issuer.put(`/managers/${managerId}/lock`);
    for (const [endpoint, sent] of await requests())
      if (isOpen(endpoint)) await expectThrough(manager, endpoint, sent);
      else await expectRefused(manager, endpoint, sent, 401, LOCKED);
    await issuer.put(`/managers/${managerId}/unlock`);
  });

  it("lets a manager through as its list says, to the attached asset", async () => {
    for (const [endpoint, sent] of await requests())
      if (entryOf(endpoint)) await expectThrough(manager, endpoint, sent);
      else await expectRefused(manager, endpoint, sent, 403, FORBIDDEN);
  });

  it("hides from a manager every asset that is not attached", async () => {
    for (const [endpoint, sent] of await requests(other)) {
      const entry = entryOf(endpoint);
      const isHidden = entry?.mark === "*" && sent.path.includes(other);
      if (isHidden) await expectRefused(manager, endpoint, sent, 404, NOT_FOUND);
      else if (entry) await expectThrough(manager, endpoint, sent);
      else await expectRefused(manager, endpoint, sent, 403, FORBIDDEN);
    }
    const { id } = await addUser(sandbox, issuer, "Clara Lindqvist");
    const summary = (await manager.get(`/registered_users/${id}/summary`)).body;
    expect(summary.map((row: { asset_uuid: string }) => row.asset_uuid)).toEqual([attached.uuid]);
  });

  it("shows a manager the granted assets alone in a category, and the issuer all", async () => {
    const { id } = (await issuer.post("/categories/add", { name: "Members" })).body;
    const uuids = [attached.uuid, other];
    for (const uuid of uuids) await issuer.put(`/categories/${id}/assets/${uuid}/add`);
    const seenBy = async (amp: AmpCaller) => {
      const { body } = await amp.get("/categories");
      const listed = body.find((category: { id: number }) => category.id === id);
      expect((await amp.get(`/categories/${id}`)).body).toEqual(listed);
      return listed.assets;
    };
    expect(await seenBy(manager)).toEqual([attached.uuid]);
    expect(await seenBy(issuer)).toEqual(uuids);
    await issuer.delete(`/categories/${id}/delete`);
  });

  it("lets the issuer through but for the manager's view of itself", async () => {
    for (const [endpoint, sent] of await requests())
      if (endpoint.name === "getOwnManager") await expectRefused(issuer, endpoint, sent, 403, FORBIDDEN);
      else await expectLetIn(issuer, endpoint, sent);
  });
});
