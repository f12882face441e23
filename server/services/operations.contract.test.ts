import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import type { OperationFacts, OperationState } from "@/lib/domain/operation";
import { findActor } from "@/server/auth/store";
import { pool } from "@/server/db/client";
import { openTestDesk, sandboxEnv, type TestDesk } from "@/server/db/testing";
import { printCursor } from "@/server/mirror/cursor";
import { turnClock } from "@/server/platform/clock";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { insertOperation, type Operation } from "@/server/treasury/store";
import { offsetCursor } from "./list";
import { pageOfOperations } from "./operations";
import { signIn } from "./sign-in";

let sandbox: TestSandbox;
let desk: TestDesk;
let actor: Actor;
let places = new Map<string, string>();

const [EARLIER, LAST] = ["a", "b"].map((digit) => digit.repeat(64)) as [string, string];
const SIGNED = "c".repeat(64);
const MINUTE_MS = 60_000;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  desk = await openTestDesk(sandboxEnv(sandbox.url));
  const account = { username: "issuer", password: "issuer-password" };
  const found = await findActor(await signIn({ environment: "sandbox", method: "password", ...account }));
  if (!found) throw new Error("Nobody is signed in.");
  actor = found;
  const booked = { txid: EARLIER, distributionUuid: "", recipients: 1, totalSats: 1n, blockHeight: 1 };
  places = new Map([
    await stored("first", { kind: "distribution", state: "sent", assetName: "Harbour Bond" }),
    await stored("second", {
      ...{ kind: "distribution", state: "done", assetName: "Harbour Bond", requestedBy: "Grace" },
      facts: { txid: LAST, sentBatches: [booked] },
    }),
    await stored("third", {
      ...{ kind: "burn", state: "failed", assetName: "100% Rail", ticker: "RAIL" },
      facts: { supply: { signedHex: SIGNED } } as unknown as OperationFacts,
    }),
  ]);
});
afterAll(async () => {
  turnClock(0);
  await desk?.close();
  await sandbox?.stop();
});

interface Made {
  kind: "distribution" | "burn";
  state: OperationState;
  assetName: string;
  ticker?: string;
  requestedBy?: string;
  facts?: OperationFacts;
}

/** One after the other, a minute apart. */
async function stored(name: string, made: Made): Promise<[id: string, name: string]> {
  turnClock(places.size * MINUTE_MS);
  const { kind, state, assetName, ticker = null, requestedBy = "Ada", facts = {} } = made;
  const assetUuid = randomUUID();
  const asset = { assetUuid, assetId: "", assetName, ticker, precision: 0, totalSats: 1n };
  const operation = { kind, intent: { ...asset, assignments: [], batchSize: 1, supplySats: 1n } };
  const { id } = await insertOperation(
    {
      ...{ workspaceId: actor.workspaceId, assetUuid, requestedBy, requestId: "r", intentHash: "" },
      ...(operation as unknown as Pick<Operation, "kind" | "intent">),
    },
    { state, facts },
  );
  places.set(id, name);
  return [id, name];
}

const listed = async (query: Omit<ListQuery, "limit" | "filters"> & Partial<ListQuery>) =>
  (await pageOfOperations(actor.workspaceId, { limit: 10, filters: {}, ...query })).rows.map(({ id }) =>
    places.get(id),
  );

it("lists open operations first, then the newest; in the order of time when asked", async () => {
  expect(await listed({})).toEqual(["first", "third", "second"]);
  expect(await listed({ sort: "-created" })).toEqual(["third", "second", "first"]);
  expect(await listed({ sort: "created" })).toEqual(["first", "second", "third"]);
});

it("narrows them to a kind and to those under way or at one of the ends, page after page", async () => {
  expect(await listed({ filters: { state: "open" } })).toEqual(["first"]);
  expect(await listed({ filters: { state: "failed" } })).toEqual(["third"]);
  expect(await listed({ filters: { kind: "distribution", state: "done" } })).toEqual(["second"]);
  const query = { limit: 1, filters: { kind: "distribution" } };
  const page = await pageOfOperations(actor.workspaceId, query);
  expect(await listed({ ...query, cursor: page.nextCursor ?? "" })).toEqual(["second"]);
});

it("finds them by asset, person and id, with a text's own wildcards as they are", async () => {
  expect(await listed({ q: "harbour" })).toEqual(["first", "second"]);
  expect(await listed({ q: "rail" })).toEqual(["third"]);
  expect(await listed({ q: "0%" })).toEqual(["third"]);
  expect(await listed({ q: "_" })).toEqual([]);
  expect(await listed({ q: "grace" })).toEqual(["second"]);
  const [id = ""] = places.keys();
  expect(await listed({ q: id })).toEqual(["first"]);
});

it("finds the payment of a transaction id, whole or begun, also of an earlier batch, and nothing by what is kept secret", async () => {
  expect(await listed({ q: LAST })).toEqual(["second"]);
  expect(await listed({ q: EARLIER.toUpperCase() })).toEqual(["second"]);
  expect(await listed({ q: LAST.slice(0, 8) })).toEqual(["second"]);
  for (const part of [LAST.slice(0, 7), `${LAST.slice(0, 8)}0`, SIGNED, SIGNED.slice(0, 8)])
    expect(await listed({ q: part })).toEqual([]);
});

/** The list one operation at a time; `between` happens behind its first page. */
async function turned(sort?: string, between = async (): Promise<unknown> => undefined) {
  const names: (string | undefined)[] = [];
  const query = { limit: 1, filters: {}, ...(sort ? { sort } : {}) };
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await pageOfOperations(actor.workspaceId, { ...query, ...(cursor ? { cursor } : {}) });
    names.push(...page.rows.map(({ id }) => places.get(id)));
    if (cursor === undefined) await between();
    cursor = page.nextCursor;
  }
  return names;
}

it("turns its pages without a gap, also while a new operation comes", async () => {
  expect(await turned()).toEqual(["first", "third", "second"]);
  expect(await turned("created")).toEqual(["first", "second", "third"]);
  const come = () => stored("fourth", { kind: "burn", state: "done", assetName: "Newest" });
  expect(await turned("-created", come)).toEqual(["third", "second", "first"]);
  // Those of one moment follow each other by their ids.
  await pool().query("update operations set created_at = (select max(created_at) from operations)");
  for (const sort of [undefined, "created", "-created"])
    expect((await turned(sort)).sort()).toEqual(["first", "fourth", "second", "third"]);
});

it("takes no cursor of another list", async () => {
  const ofNumbers = offsetCursor(1);
  const withoutId = printCursor([0, 1n, "no id"]);
  for (const cursor of [ofNumbers, withoutId, "1e99"])
    await expect(listed({ cursor })).rejects.toMatchObject({ code: "INVALID_INPUT" });
});
