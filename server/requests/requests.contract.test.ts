import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import type { RequestRow } from "@/lib/domain/requests";
import { routes } from "@/lib/routes";
import { pool } from "@/server/db/client";
import { printCursor } from "@/server/mirror/cursor";
import { answerKycAlert } from "@/server/services/request-alerts";
import {
  approveRequest,
  declineRequest,
  previewApproval,
  readRequestPage,
} from "@/server/services/request-decisions";
import { countOpenRequests, listRequests, openRequestPerson, readRequest } from "@/server/services/requests";
import {
  findIssuerLink,
  findOwnRequests,
  receiveRequest,
  withdrawOwnRequest,
} from "@/server/services/requests-inbox";
import { search } from "@/server/services/search";
import { readUserIdentity } from "@/server/services/user-identity";
import { approveSeen, arrive, newWallet, PERSON, requestOf, SETTINGS } from "./testing";
import { type Inbox, openInbox, otherIssuer } from "./testing-inbox";

let bench: Inbox;
let manager: Actor;
let category: number;

beforeAll(async () => {
  bench = await openInbox();
  ({ manager, category } = bench);
}, 30_000);
afterAll(() => bench?.close());
afterEach(() => bench.restore());

const LIST = { limit: 50, filters: {} };
const GOOD = { completedAt: new Date(), validUntil: null };
const STRANGER = { requestId: randomUUID() };

const approve = (requestId: string) => approveSeen(bench.actor, { requestId, categoryIds: [category] });

/** An issuer who sees the desk as their manager of this name. */
const asPreview = (actor: Actor): Actor => ({
  ...{ ...actor, role: "manager", accountName: "manager" },
  preview: { managerId: 1, username: "manager" },
});

describe("the inbox", () => {
  it("takes a form once, however often and at whatever moment it arrives", async () => {
    const input = await requestOf(bench);
    const all = await Promise.all([1, 2, 3].map(() => receiveRequest(input)));
    all.push(await receiveRequest(input));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(await findOwnRequests({ address: input.address.toLowerCase() })).toHaveLength(1);
  });

  it("holds one open request of a wallet, and another one after the decision", async () => {
    const address = newWallet();
    const first = await arrive(bench, { address });
    await expect(arrive(bench, { address })).rejects.toMatchObject({ code: "CONFLICT" });
    await declineRequest(bench.actor, { requestId: first.id, reason: "Not this time." });
    const second = await arrive(bench, { address });
    const own = await findOwnRequests({ address, workspaceId: bench.actor.workspaceId });
    expect(own.map(({ id, state, reason }) => [id, state, reason])).toEqual([
      [second.id, "open", null],
      [first.id, "declined", "Not this time."],
    ]);
  });

  it("takes nothing by a closed link, and says who it is all the same", async () => {
    await bench.change({ isOpen: false });
    await expect(arrive(bench)).rejects.toMatchObject({ code: "REJECTED" });
    const link = await findIssuerLink(SETTINGS.slug);
    expect(link).toMatchObject({ isOpen: false, issuerName: SETTINGS.issuerName, environment: "sandbox" });
    expect(Object.keys(link ?? {})).not.toEqual(expect.arrayContaining(["managers"]));
    await expect(
      receiveRequest({ ...(await requestOf(bench)), workspaceId: (await otherIssuer()).workspaceId }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("lets a wallet take back its own open request alone", async () => {
    const address = newWallet();
    const { id } = await arrive(bench, { address });
    const foreign = withdrawOwnRequest({ address: newWallet(), requestId: id });
    await expect(foreign).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (let time = 0; time < 2; time += 1)
      expect(await withdrawOwnRequest({ address, requestId: id })).toMatchObject({ state: "withdrawn" });
    await expect(approve(id)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(
      declineRequest(bench.actor, { requestId: id, reason: "Too late now." }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("finds by wallet, GAID and state, and pages", async () => {
    const { id, gaid } = await arrive(bench);
    const { address } = await readRequest(bench.actor, id);
    for (const q of [address.toLowerCase(), gaid, id]) {
      const { rows } = await listRequests(bench.actor, { ...LIST, q });
      expect(rows.map((row) => row.id)).toEqual([id]);
    }
    const palette = async (actor: Actor) => (await search(actor, gaid)).items.map(({ href }) => href);
    expect(await palette(bench.actor)).toEqual([routes.gaid(gaid), routes.request(id)]);
    expect(await palette(manager)).toEqual([]);
    expect((await listRequests(bench.actor, { ...LIST, q: PERSON.name })).total).toBe(0);
    const open = await listRequests(bench.actor, { limit: 1, filters: { state: "open" } });
    expect([open.rows.length, open.rows[0]?.state, open.total]).toEqual([
      1,
      "open",
      await countOpenRequests(bench.actor),
    ]);
    const cursor = open.nextCursor ?? "";
    const next = await listRequests(bench.actor, { limit: 1, cursor, filters: { state: "open" } });
    expect(next.rows[0]?.id).not.toBe(open.rows[0]?.id);
  });

  it("turns its pages in each order once around, undecided ones last in both directions", async () => {
    const { id } = await arrive(bench, { kyc: { ...GOOD, riskLabels: [{ label: "vpn", category: "x" }] } });
    await declineRequest(bench.actor, { requestId: id, reason: "Not this time." });
    await arrive(bench);
    const all = async (sort: string) => {
      const rows: RequestRow[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await listRequests(bench.actor, { limit: 2, sort, cursor, filters: {} });
        expect(page.total).toBeGreaterThan(3);
        rows.push(...page.rows);
        cursor = page.nextCursor;
        if (cursor === null) expect(rows).toHaveLength(Number(page.total));
      }
      return rows;
    };
    const [up, down] = [await all("created"), await all("-created")];
    const ids = (rows: RequestRow[]) => rows.map((row) => row.id);
    expect(ids(down)).toEqual(ids(up).toReversed());
    const times = up.map(({ createdAt }) => createdAt.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    for (const sort of ["decided", "-decided"]) {
      const found = await all(sort);
      expect(new Set(ids(found))).toEqual(new Set(ids(up)));
      const decided = found.map(({ decidedAt }) => decidedAt?.getTime() ?? null);
      const known = decided.filter((at) => at !== null);
      expect(known).toEqual(known.toSorted((a, b) => (sort === "decided" ? a - b : b - a)));
      expect(decided.slice(known.length).every((at) => at === null)).toBe(true);
      expect(known.length).toBeLessThan(decided.length);
    }
    const risky = await listRequests(bench.actor, { ...LIST, filters: { kyc: "risk" } });
    expect(ids(risky.rows)).toEqual([id]);
    for (const cursor of ["x", printCursor([1n, "x"]), printCursor([10n ** 17n, id])])
      await expect(listRequests(bench.actor, { ...LIST, cursor })).rejects.toMatchObject({
        code: "INVALID_INPUT",
      });
  });
});

describe("a person", () => {
  it("is masked until opened, and each opening is written down", async () => {
    const { id } = await arrive(bench);
    const { maskedPerson } = await readRequest(bench.actor, id);
    expect(maskedPerson).toEqual({
      ...{ name: "R••• A•••", verifiedName: "R••• A•••", email: "r•••@a•••", isCompany: false },
    });
    const before = (await bench.audit("request.person-opened")).length;
    expect(await openRequestPerson(bench.actor, { requestId: id })).toEqual(PERSON);
    expect(await bench.audit("request.person-opened")).toHaveLength(before + 1);
  });

  it("stands in no table in clear", async () => {
    const { id } = await arrive(bench);
    await openRequestPerson(bench.actor, { requestId: id });
    const tables = ["portal_requests", "audit_entries", "intents"];
    const texts = await Promise.all(
      tables.map((name) => pool().query(`select t::text as row from "${name}" t`)),
    );
    const stored = texts.flatMap(({ rows }) => rows.map(({ row }) => row)).join("\n");
    expect(stored).toContain(id);
    for (const secret of [PERSON.name, "Rosalind", "ROSALIND", String(PERSON.email)])
      expect(stored).not.toContain(secret);
  });
});

describe("who may see it", () => {
  const attempts: [string, (actor: Actor, requestId: string) => Promise<unknown>][] = [
    ["read", (actor, requestId) => readRequest(actor, requestId)],
    ["page", (actor, requestId) => readRequestPage(actor, requestId)],
    ["preview", (actor, requestId) => previewApproval(actor, requestId)],
    ["open", (actor, requestId) => openRequestPerson(actor, { requestId })],
    [
      "approve",
      (actor, requestId) => approveRequest(actor, { requestId, categoryIds: [], expectedUserId: null }),
    ],
    ["decline", (actor, requestId) => declineRequest(actor, { requestId, reason: "Not mine." })],
    ["answer", (actor, requestId) => answerKycAlert(actor, { requestId, answer: "keep" })],
  ];

  it.each(attempts)("a manager nobody allowed and another issuer cannot %s", async (_, attempt) => {
    const { id } = await arrive(bench);
    for (const actor of [manager, await otherIssuer()])
      await expect(attempt(actor, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await readRequest(bench.actor, id)).state).toBe("open");
    await expect(attempt(bench.actor, STRANGER.requestId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(attempt(bench.actor, "1; drop table")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("a manager nobody allowed has no inbox at all", async () => {
    await arrive(bench);
    expect(await countOpenRequests(manager)).toBeNull();
    expect((await listRequests(manager, LIST)).rows).toEqual([]);
    expect((await listRequests(await otherIssuer(), LIST)).rows).toEqual([]);
  });

  it("a manager whom the issuer named decides, and the issuer's log tells of it", async () => {
    await bench.change({ managers: ["manager"] });
    const { id } = await arrive(bench);
    expect(await countOpenRequests(manager)).toBe(await countOpenRequests(bench.actor));
    expect(await countOpenRequests(asPreview(bench.actor))).toBe(await countOpenRequests(bench.actor));
    expect(await countOpenRequests(asPreview(await otherIssuer()))).toBeNull();
    expect((await readRequestPage(manager, id)).preview?.gaid.isValid).toBe(true);
    await openRequestPerson(manager, { requestId: id });
    expect(await approveSeen(manager, { requestId: id, categoryIds: [category] })).toMatchObject({
      state: "approved",
    });
    const [entry] = await bench.audit("request.approved");
    expect(entry).toMatchObject({ personName: manager.personName, detail: { request: id } });
    expect((await readRequestPage(manager, id)).names).toEqual({
      categories: [{ id: category, name: expect.stringMatching(/\w/) }],
      user: expect.stringContaining(id.slice(0, 8)),
    });
    const userId = Number((await readRequest(manager, id)).ampUserId);
    const ofUser = async (actor: Actor, ampUserId = userId) =>
      (await readUserIdentity({ ...actor }, { userId: ampUserId, gaids: [] }))?.approved?.id;
    expect([await ofUser(bench.actor), await ofUser(manager)]).toEqual([id, id]);
    expect(await ofUser(bench.actor, userId + 1)).toBeUndefined();
    await bench.change({ managers: [] });
    expect([await ofUser(bench.actor), await ofUser(manager)]).toEqual([id, undefined]);
    await expect(readRequest(manager, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("a manager whom the issuer locked or removed at AMP has no inbox any more", async () => {
    await bench.change({ managers: ["manager"] });
    const { id } = await arrive(bench);
    const [{ id: managerId }] = (await bench.amp.get("/managers")).body;
    await bench.amp.put(`/managers/${managerId}/lock`);
    // Each request of a browser has an actor of its own.
    const asked = [
      () => openRequestPerson({ ...manager }, { requestId: id }),
      () => approveSeen({ ...manager }, { requestId: id, categoryIds: [] }),
      () => declineRequest({ ...manager }, { requestId: id, reason: "Not this time." }),
    ];
    for (const attempt of asked) await expect(attempt()).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listRequests({ ...manager }, LIST)).rows).toEqual([]);
    await bench.amp.put(`/managers/${managerId}/unlock`);
    expect((await listRequests({ ...manager }, LIST)).rows).not.toEqual([]);
    bench.proxy.fail(() => true, "cut-before");
    expect(await countOpenRequests({ ...manager })).toBeNull();
    await expect(readRequest({ ...manager }, id)).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });

  it("a manager of the same name in another environment is nobody here", async () => {
    await bench.change({ managers: ["manager"] });
    expect(await countOpenRequests({ ...manager, environment: "testnet" })).toBeNull();
    expect(await countOpenRequests({ ...manager, accountName: null })).toBeNull();
  });
});
