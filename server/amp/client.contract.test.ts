import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EndpointName, endpointList, endpoints } from "@/lib/contracts/amp/endpoints";
import { nodeUrl } from "@/server/db/testing";
import { createNodeClient, type NodeClient } from "@/server/elements/rpc";
import { newAddress, readBalances, readChange, readTransaction, sendMany } from "@/server/elements/wallet";
import { mine, newGaid } from "@/server/sandbox/amp/testing";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { type AmpClient, createAmpClient } from "./client";

type Path = Record<string, string | number>;

let sandbox: TestSandbox;
let issuer: AmpClient;
let manager: AmpClient;
let node: NodeClient;
/** Ids of the seeded world for every placeholder, by asset where they differ. */
let worlds: { name: string; path: Path }[];

beforeAll(async () => {
  sandbox = await startTestSandbox({ seed: "small" });
  [issuer, manager] = [await clientOf("issuer"), await clientOf("manager")];
  node = createNodeClient(nodeUrl(sandbox.url), 20_000);
  const [user, category, ownManager] = [
    (await issuer.call("listRegisteredUsers")).find(({ gaid }) => gaid !== null),
    (await issuer.call("listCategories"))[0],
    (await issuer.call("listManagers"))[0],
  ];
  const common = {
    registeredUserId: user?.id ?? "",
    gaid: user?.gaid ?? "",
    categoryId: category?.id ?? "",
    managerId: ownManager?.id ?? "",
  };
  const assets = await issuer.call("listAssets");
  worlds = await Promise.all(
    assets.map(async ({ name, assetUuid }) => {
      const path = { assetUuid };
      const [tx, assignment, distribution] = [
        (await issuer.call("listTransactions", { path }))[0],
        (await issuer.call("listAssignments", { path }))[0],
        (await issuer.call("listDistributions", { path }))[0],
      ];
      return {
        name,
        path: {
          ...common,
          assetUuid,
          ...(tx && { txid: tx.txid }),
          ...(assignment && { assignmentId: assignment.id }),
          ...(distribution && { distributionUuid: distribution.distributionUuid }),
        },
      };
    }),
  );
}, 120_000);
afterAll(() => sandbox?.stop());

const ampWith = (token: string | null) =>
  createAmpClient({ baseUrl: `${sandbox.url}/api`, token, timeoutMs: 20_000 });

async function clientOf(username: string): Promise<AmpClient> {
  const body = { username, password: `${username}-password` };
  return ampWith((await ampWith(null).call("obtainToken", { body })).token);
}

/** Calls an endpoint by a name that is only known at run time. */
const callAny = (client: AmpClient, name: EndpointName, input: object = {}): Promise<unknown> =>
  (client.call as (name: EndpointName, input: object) => Promise<unknown>)(name, input);

const placeholders = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);

/** The values for a path, or null when the world has no such object. */
function fill(template: string, from: Path): Path | null {
  const names = placeholders(template);
  return names.every((name) => name in from)
    ? Object.fromEntries(names.map((name) => [name, from[name] ?? ""]))
    : null;
}

const reads = endpointList.filter(({ method, changesState }) => method === "GET" && !changesState);

describe("the seeded world, read as the issuer", () => {
  it.each(reads.filter(({ role }) => role !== "manager-self").map(({ name, path }) => [name, path]))(
    "%s answers in the shape of its contract",
    async (name, template) => {
      let answered = 0;
      for (const { path } of worlds) {
        const values = fill(template, path);
        if (!values) continue;
        const answer = await callAny(issuer, name as EndpointName, { path: values });
        expect(answer, name).toBeDefined();
        if (!Array.isArray(answer) || answer.length > 0) answered += 1;
        if (!template.includes("{assetUuid}")) break;
      }
      // No asset of the small world was ever reissued, so that list is read empty.
      expect(answered).toBeGreaterThan(name === "listReissuances" ? -1 : 0);
    },
  );

  it("accounts for every unit in three independent answers", async () => {
    await mine(sandbox, 1); // the youngest asset's second confirmation
    for (const { path } of worlds) {
      const asset = { path: { assetUuid: path.assetUuid ?? "" } };
      const { issued } = await issuer.call("getSummary", asset);
      const { confirmedBalance } = await issuer.call("getBalance", asset);
      const utxos = await issuer.call("listUtxos", asset);
      const [{ assetId }, owners] = [
        await issuer.call("getAsset", asset),
        await issuer.call("listOwnerships", asset),
      ];
      const sum = (rows: { amount: bigint }[]) => rows.reduce((total, { amount }) => total + amount, 0n);
      expect([sum(owners), sum(confirmedBalance)]).toEqual([issued, issued]);
      expect(sum(utxos.filter(({ asset: id }) => id === assetId))).toBe(issued);
    }
  });
});

/** What the manager of an issuer may call, by AMP's own list (contract 1.8). */
const MANAGERS: EndpointName[] = [
  "getInfo",
  "getChangelog",
  "obtainToken",
  "listRegisteredUsers",
  "getRegisteredUser",
  "addRegisteredUser",
  "editRegisteredUser",
  "deleteRegisteredUser",
  "getUserSummary",
  "listUserGaids",
  "addUserGaid",
  "setDefaultGaid",
  "listCategories",
  "getCategory",
  "getAsset",
  "listActivities",
  "getBalance",
  "listUtxos",
  "getSummary",
  "listAssignments",
  "getAssignment",
  "createAssignment",
  "lockAssignment",
  "unlockAssignment",
  "deleteAssignment",
  "validateGaid",
  "getOwnManager",
];

describe("the manager's part", () => {
  const granted = () => worlds[0]?.path ?? {};
  const ofManager = reads.filter(({ name }) => MANAGERS.includes(name as EndpointName));

  it("is AMP's list of 27 paths and the two of every account's own token", () => {
    const own = ["refreshToken", "changePassword"];
    const allowed = endpointList.filter(({ role }) => role !== "issuer").map(({ name }) => name);
    expect(allowed.sort()).toEqual([...MANAGERS, ...own].sort());
    expect(MANAGERS).toHaveLength(27);
  });

  it.each(ofManager.map(({ name, path }) => [name, path]))(
    "reads %s of what was granted in the shape of its contract",
    async (name, template) => {
      const path = fill(template, granted());
      expect(path, "the seeded world has the object").not.toBeNull();
      expect(await callAny(manager, name as EndpointName, { path: path ?? {} })).toBeDefined();
    },
  );

  it("changes users and assignments in the shape of their contracts", async () => {
    const [gaid, second] = [await newGaid(sandbox), await newGaid(sandbox)];
    const user = await manager.call("addRegisteredUser", {
      body: { name: "Nora Blum", isCompany: false, gaid },
    });
    const path = { registeredUserId: user.id };
    await manager.call("addUserGaid", { path, body: second });
    await manager.call("setDefaultGaid", { path, body: second });
    expect(await manager.call("editRegisteredUser", { path, body: { name: "Nora Braun" } })).toMatchObject({
      id: user.id,
      name: "Nora Braun",
      gaid: second,
    });
    expect((await manager.call("listUserGaids", { path })).sort()).toEqual([gaid, second].sort());
    const assetUuid = granted().assetUuid ?? "";
    const holder = granted().registeredUserId ?? "";
    const [assignment] = await manager.call("createAssignment", {
      path: { assetUuid },
      body: {
        assignments: [
          { registeredUser: Number(holder), amount: 3n, readyForDistribution: false, vestingTimestamp: null },
        ],
      },
    });
    const at = { path: { assetUuid, assignmentId: assignment?.id ?? 0 } };
    expect((await manager.call("unlockAssignment", at)).readyForDistribution).toBe(true);
    expect((await manager.call("lockAssignment", at)).readyForDistribution).toBe(false);
    await manager.call("deleteAssignment", at);
    await manager.call("deleteRegisteredUser", { path });
    await expect(manager.call("getRegisteredUser", { path })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it.each(reads.filter(({ role }) => role === "issuer").map(({ name, path }) => [name, path]))(
    "does not reach %s",
    async (name, template) => {
      const path = fill(template, granted()) ?? {};
      await expect(callAny(manager, name as EndpointName, { path })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    },
  );

  it("does not reach an asset that was not granted", async () => {
    const path = { assetUuid: worlds[1]?.path.assetUuid ?? "" };
    for (const name of ["getAsset", "getBalance", "getSummary", "listAssignments", "listActivities"] as const)
      await expect(manager.call(name, { path })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

const MAX = 2_100_000_000_000_000n;

async function issue(amount: bigint, rest: { isReissuable?: boolean } = {}) {
  const issued = await issuer.call("issueAsset", {
    body: {
      name: `Amount ${amount}`,
      amount,
      destinationAddress: await newAddress(node),
      isConfidential: false,
      isReissuable: false,
      transferRestricted: false,
      precision: 8,
      ...rest,
      ...(rest.isReissuable && { reissuanceAmount: 1n, reissuanceAddress: await newAddress(node) }),
    },
  });
  await mine(sandbox, 3);
  return { ...issued, path: { assetUuid: issued.assetUuid } };
}

describe("amounts", () => {
  it.each([1n, 99_999_999n, MAX - 1n, MAX])("of %s sats are issued exactly", async (amount) => {
    const { assetId, path, ...issued } = await issue(amount);
    expect(issued.amount).toBe(amount);
    expect((await issuer.call("getSummary", { path })).issued).toBe(amount);
    expect(await issuer.call("listOwnerships", { path })).toMatchObject([{ amount }]);
    expect((await readBalances(node, 1)).byAsset.get(assetId)).toBe(amount);
  });

  it("above the most that can be issued are refused before AMP is asked", async () => {
    await expect(issue(MAX + 1n)).rejects.toThrow();
    expect((await issuer.call("listAssets")).some(({ name }) => name === `Amount ${MAX + 1n}`)).toBe(false);
  });

  it.each([[[1n, 99_999_999n]], [[1n, 2_099_999_999_999_999n]]])(
    "of %s sats come through order, payment and confirmation exactly",
    async (amounts) => {
      const { assetId, path } = await issue(MAX);
      await issuer.call("authorizeAsset", { path });
      const expected: { gaid: string; amount: bigint }[] = [];
      for (const amount of amounts) {
        const gaid = await newGaid(sandbox);
        const body = { name: `Holder ${gaid}`, isCompany: false, gaid };
        const { id } = await issuer.call("addRegisteredUser", { body });
        const draft = { registeredUser: id, amount, readyForDistribution: true, vestingTimestamp: null };
        await issuer.call("createAssignment", { path, body: { assignments: [draft] } });
        expected.push({ gaid, amount });
      }
      const order = await issuer.call("createDistribution", { path });
      if (!("mapAddressAmount" in order)) throw new Error("AMP found nothing to distribute.");
      expect(Object.values(order.mapAddressAmount).sort()).toEqual([...amounts].sort());
      const payments = Object.entries(order.mapAddressAmount).map(([address, amountSats]) => ({
        address,
        amountSats,
        assetId,
      }));
      const txid = await sendMany(node, payments, "");
      await mine(sandbox, 2);
      await issuer.call("confirmDistribution", {
        path: { ...path, distributionUuid: order.distributionUuid },
        body: {
          txData: { txid, details: (await readTransaction(node, txid)).details },
          changeData: await readChange(node, txid, assetId),
        },
      });
      const owners = await issuer.call("listOwnerships", { path });
      const held = owners.filter(({ gaid }) => gaid !== null).map(({ gaid, amount }) => ({ gaid, amount }));
      expect(held).toHaveLength(expected.length);
      expect(held).toEqual(expect.arrayContaining(expected));
    },
  );

  it.each([1n, 99_999_999n, 2_099_999_999_999_999n])(
    "of %s sats stand exactly in the orders for a reissuance and a burn",
    async (amount) => {
      const { path } = await issue(1n, { isReissuable: true });
      const reissue = await issuer.call("requestReissuance", { path, body: { amountToReissue: amount } });
      expect(reissue.amount).toBe(amount);
      const burned = await issue(amount);
      const burn = await issuer.call("requestBurn", { path: burned.path, body: { amount } });
      expect(burn.amount).toBe(amount);
    },
  );
});

describe("the table of endpoints", () => {
  it("names 78 endpoints, and only those the client sends without repeating change something", () => {
    expect(endpointList).toHaveLength(78);
    const changingGets = endpointList.filter(({ method, changesState }) => method === "GET" && changesState);
    expect(changingGets.map(({ name }) => name).sort()).toEqual([
      "authorizeAsset",
      "createDistribution",
      "getGaidAddress",
      "refreshToken",
      "registerAsset",
    ]);
    expect(endpoints.obtainToken.changesState).toBe(false);
  });
});
