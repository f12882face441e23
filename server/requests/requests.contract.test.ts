import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import type { Investor } from "@/lib/domain/investor";
import type { KycNow, PortalSettings } from "@/lib/domain/requests";
import { readAudit } from "@/server/audit/store";
import { pool, transaction } from "@/server/db/client";
import { turnClock } from "@/server/platform/clock";
import { addUser, assign, distribute, issue, mine, newGaid } from "@/server/sandbox/amp/testing";
import { readHoldings } from "@/server/services/holdings";
import { readPortalSettings, savePortalSettings } from "@/server/services/portal-settings";
import { answerKycAlert } from "@/server/services/request-alerts";
import {
  approveRequest,
  declineRequest,
  previewApproval,
  readRequestPage,
} from "@/server/services/request-decisions";
import {
  countOpenRequests,
  listKycAlerts,
  listRequests,
  openRequestPerson,
  readRequest,
} from "@/server/services/requests";
import {
  findIssuerLink,
  findOwnRequests,
  receiveRequest,
  withdrawOwnRequest,
} from "@/server/services/requests-inbox";
import { type Bench, openBench } from "@/server/treasury/testing";
import { saveWorkspace } from "@/server/vault/store";
import { watchKyc } from "./kyc-watch";
import {
  addCategory,
  approveSeen,
  arrive,
  newWallet,
  openPortal,
  PERSON,
  requestOf,
  SETTINGS,
  signInManager,
  usersAtAmp,
} from "./testing";

const HOUR_MS = 3_600_000;
const LIST = { limit: 50, filters: {} };
const STRANGER = { requestId: randomUUID() };

let bench: Bench;
let manager: Actor;
let category: number;
let isChanged = false;

beforeAll(async () => {
  bench = await openBench();
  manager = await signInManager();
  category = await addCategory(bench);
  await openPortal(bench);
}, 30_000);
afterAll(() => bench?.close());
afterEach(async () => {
  turnClock(0);
  bench.proxy.heal();
  if (isChanged) await openPortal(bench);
  isChanged = false;
});

/** Puts other settings in place until the end of the test. */
async function change(settings: Partial<PortalSettings>): Promise<void> {
  isChanged = true;
  await openPortal(bench, settings);
}

const approve = (requestId: string, categoryIds = [category]) =>
  approveSeen(bench.actor, { requestId, categoryIds });
const audit = async (action: string) => {
  const entries = await readAudit(bench.actor.workspaceId, { before: null, limit: 50 });
  return entries.filter((entry) => entry.action === action);
};
/** Somebody else's AMP account in the same environment. */
async function otherIssuer(): Promise<Actor> {
  const accountName = `issuer-${randomUUID().slice(0, 8)}`;
  const account = { environment: "sandbox", role: "issuer", accountName, ampUserId: null } as const;
  const { id } = await transaction((tx) => saveWorkspace(tx, { ...account, token: randomUUID() }));
  return { ...account, workspaceId: id, personName: accountName };
}

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
    await change({ isOpen: false });
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
});

describe("a person", () => {
  it("is masked until opened, and each opening is written down", async () => {
    const { id } = await arrive(bench);
    const { maskedPerson } = await readRequest(bench.actor, id);
    expect(maskedPerson).toEqual({
      ...{ name: "R••• A•••", verifiedName: "R••• A•••", email: "r•••@a•••", isCompany: false },
    });
    const before = (await audit("request.person-opened")).length;
    expect(await openRequestPerson(bench.actor, { requestId: id })).toEqual(PERSON);
    expect(await audit("request.person-opened")).toHaveLength(before + 1);
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
    await change({ managers: ["manager"] });
    const { id } = await arrive(bench);
    expect(await countOpenRequests(manager)).toBe(await countOpenRequests(bench.actor));
    expect((await readRequestPage(manager, id)).preview?.gaid.isValid).toBe(true);
    await openRequestPerson(manager, { requestId: id });
    expect(await approveSeen(manager, { requestId: id, categoryIds: [category] })).toMatchObject({
      state: "approved",
    });
    const [entry] = await audit("request.approved");
    expect(entry).toMatchObject({ personName: manager.personName, detail: { request: id } });
    await change({ managers: [] });
    await expect(readRequest(manager, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("a manager whom the issuer locked or removed at AMP has no inbox any more", async () => {
    await change({ managers: ["manager"] });
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
    await change({ managers: ["manager"] });
    expect(await countOpenRequests({ ...manager, environment: "testnet" })).toBeNull();
    expect(await countOpenRequests({ ...manager, accountName: null })).toBeNull();
  });
});

describe("the portal's settings", () => {
  it.each([
    ["slug", { slug: "No Good" }],
    ["slug", { slug: "ab" }],
    ["issuerAddress", { issuerAddress: "0x1234" }],
    ["issuerAddress", { issuerAddress: "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD".replace("a", "A") }],
    ["chainIds", { chainIds: [0] }],
    ["categoryIds", { categoryIds: [999_999] }],
    ["managers", { managers: ["nobody"] }],
  ])("refuse a wrong %s under its field", async (field, wrong) => {
    const refused = savePortalSettings(bench.actor, { ...SETTINGS, ...wrong });
    await expect(refused).rejects.toMatchObject({
      code: "INVALID_INPUT",
      fields: { [field]: [expect.any(String)] },
    });
  });

  it("are the issuer's, and a name in the link belongs to one", async () => {
    await expect(readPortalSettings(manager)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(savePortalSettings(manager, SETTINGS)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { workspaceId } = await otherIssuer();
    await pool().query(
      `insert into portal_links values ($1, 'taken-name', 'Other', '0x', '{}', '{}', true, false, false, '{}', now())`,
      [workspaceId],
    );
    const taken = savePortalSettings(bench.actor, { ...SETTINGS, slug: "taken-name" });
    await expect(taken).rejects.toMatchObject({
      code: "INVALID_INPUT",
      fields: { slug: [expect.any(String)] },
    });
    expect((await readPortalSettings(bench.actor)).settings).toEqual(SETTINGS);
  });
});

describe("what an approval will do", () => {
  it("is told before: the user, the proposed categories, the assets, and a GAID named twice", async () => {
    await change({ categoryIds: [category] });
    const { asset_uuid } = await issue(bench.sandbox, bench.amp, {
      name: `Fund ${randomUUID().slice(0, 8)}`,
    });
    await bench.amp.put(`/categories/${category}/assets/${asset_uuid}/add`);
    const first = await arrive(bench);
    const { id } = await arrive(bench, { gaid: first.gaid });
    const preview = await previewApproval(bench.actor, id);
    expect(preview).toMatchObject({ gaid: { isValid: true }, user: null, proposed: [category] });
    const asset = preview.assets.find((one) => one.assetUuid === asset_uuid);
    expect(asset?.requirements).toEqual([category]);
    expect((await readRequest(bench.actor, id)).sameGaid).toBe(1);
    await change({ managers: ["manager"] });
    const shown = async () => (await previewApproval({ ...manager }, id)).assets.map((one) => one.assetUuid);
    expect(await shown()).not.toContain(asset_uuid);
    const [{ id: managerId }] = (await bench.amp.get("/managers")).body;
    await bench.amp.put(`/managers/${managerId}/assets/${asset_uuid}/add`);
    expect(await shown()).toContain(asset_uuid);
  });

  it("is left out while AMP is away, and the request is readable all the same", async () => {
    const { id } = await arrive(bench);
    bench.proxy.fail(() => true, "cut-before");
    expect(await readRequestPage(bench.actor, id)).toMatchObject({
      details: { state: "open" },
      preview: null,
    });
  });

  it("wants a reason for a refusal", async () => {
    const { id } = await arrive(bench);
    await expect(declineRequest(bench.actor, { requestId: id, reason: " no " })).rejects.toMatchObject({
      fields: { reason: [expect.any(String)] },
    });
  });
});

describe("an identity after the approval", () => {
  const GOOD: KycNow = { isCompleted: true, isRevoked: false, isExpired: false, validUntil: null };
  const nobodyAnswers = async () => null;
  const alertsOf = async (id: string) =>
    (await listKycAlerts(bench.actor)).filter(({ requestId }) => requestId === id).map(({ kind }) => kind);
  const approvedUntil = async (validUntil: Date | null) => {
    const kyc = { completedAt: new Date(), validUntil, riskLabels: [] };
    const request = await arrive(bench, { kyc });
    const despiteAlert = validUntil !== null && validUntil.getTime() < Date.now();
    await approveSeen(bench.actor, { requestId: request.id, categoryIds: [category], despiteAlert });
    return request;
  };
  const isMember = async (gaid: string) =>
    (await usersAtAmp(bench)).find((user) => user.GAID === gaid)?.categories.includes(category);

  it("raises an alert when the document runs out, and not before", async () => {
    const { id } = await approvedUntil(new Date(Date.now() + 2 * HOUR_MS));
    await watchKyc(nobodyAnswers);
    expect(await alertsOf(id)).toEqual([]);
    turnClock(2.5 * HOUR_MS);
    await watchKyc(nobodyAnswers);
    expect(await alertsOf(id)).toEqual(["expired"]);
    expect((await readRequest(bench.actor, id)).kycAlert).toBe("expired");
  });

  it("raises one when the service took it back, and ends it when all is well again", async () => {
    const { id } = await approvedUntil(null);
    const { address } = await readRequest(bench.actor, id);
    const says = (now: KycNow) => (asked: string) => Promise.resolve(asked === address ? now : null);
    await watchKyc(says({ ...GOOD, isRevoked: true }));
    expect(await alertsOf(id)).toEqual(["revoked"]);
    turnClock(2 * HOUR_MS);
    await watchKyc(() => Promise.reject(new Error("away")));
    expect(await alertsOf(id)).toEqual(["revoked"]);
    turnClock(4 * HOUR_MS);
    await watchKyc(says(GOOD));
    expect(await alertsOf(id)).toEqual([]);
  });

  it("is looked at before the approval too, which the overview does not tell of", async () => {
    const { id } = await arrive(bench);
    await watchKyc(async () => ({ ...GOOD, isRevoked: true }));
    expect((await readRequest(bench.actor, id)).kycAlert).toBe("revoked");
    expect(await alertsOf(id)).toEqual([]);
    const early = answerKycAlert(bench.actor, { requestId: id, answer: "keep" });
    await expect(early).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("raises one when it is simply gone, which ends no other alert", async () => {
    const GONE = { ...GOOD, isCompleted: false };
    const [erased, revoked] = [await approvedUntil(null), await approvedUntil(null)];
    const { address } = await readRequest(bench.actor, revoked.id);
    await watchKyc(async (asked) => (asked === address ? { ...GONE, isRevoked: true } : GONE));
    expect([await alertsOf(erased.id), await alertsOf(revoked.id)]).toEqual([["missing"], ["revoked"]]);
    turnClock(2 * HOUR_MS);
    await watchKyc(async () => GONE);
    expect([await alertsOf(erased.id), await alertsOf(revoked.id)]).toEqual([["missing"], ["revoked"]]);
    turnClock(4 * HOUR_MS);
    await watchKyc(async () => GOOD);
    expect([await alertsOf(erased.id), await alertsOf(revoked.id)]).toEqual([[], []]);
  });

  it("counts as checked only when somebody answered, and says when nobody did for a day", async () => {
    const { id } = await approvedUntil(null);
    const { createdAt } = await readRequest(bench.actor, id);
    turnClock(25 * HOUR_MS);
    await watchKyc(nobodyAnswers);
    expect(await readRequest(bench.actor, id)).toMatchObject({ isKycStale: true, kycCheckedAt: createdAt });
    turnClock(27 * HOUR_MS);
    await watchKyc(async () => GOOD);
    const checked = await readRequest(bench.actor, id);
    expect(checked.isKycStale).toBe(false);
    expect(checked.kycCheckedAt.getTime()).toBeGreaterThan(createdAt.getTime() + 26 * HOUR_MS);
  });

  it("in doubt is approved only by who says so, and the log tells of it", async () => {
    const [alerted, unchecked] = [await arrive(bench), await arrive(bench)];
    const { address } = await readRequest(bench.actor, alerted.id);
    await watchKyc(async (asked) => (asked === address ? { ...GOOD, isRevoked: true } : null));
    await expect(approve(alerted.id)).rejects.toMatchObject({ code: "CONFLICT" });
    turnClock(25 * HOUR_MS);
    await expect(approve(unchecked.id)).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await readRequest(bench.actor, alerted.id)).state).toBe("open");
    for (const [{ id }, identity] of [
      [alerted, "revoked"],
      [unchecked, "unchecked"],
    ] as const) {
      const all = { requestId: id, categoryIds: [category], despiteAlert: true };
      expect(await approveSeen(bench.actor, all)).toMatchObject({ state: "approved" });
      const [entry] = await audit("request.approval-begun");
      expect(entry).toMatchObject({ outcome: "ok", detail: { request: id, identity, despiteAlert: true } });
    }
  });

  it("asks about nobody more often than once an hour", async () => {
    await approvedUntil(null);
    await watchKyc(nobodyAnswers);
    expect(await watchKyc(nobodyAnswers)).toBe(0);
  });

  it("offers to remove the categories: once, audited, and repeatable after a lost answer", async () => {
    const { id, gaid } = await approvedUntil(new Date(Date.now() - 1));
    await watchKyc(nobodyAnswers);
    bench.proxy.fail(({ path }) => path.endsWith("/remove"), "cut-after", 1);
    const answer = () => answerKycAlert(bench.actor, { requestId: id, answer: "remove" });
    await expect(answer()).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(await alertsOf(id)).toEqual(["expired"]);
    await answer();
    expect([await isMember(gaid), await alertsOf(id)]).toEqual([false, []]);
    await expect(answer()).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await audit("request.categories-removed")).map(({ outcome }) => outcome)).toEqual([
      "refused",
      "ok",
      "unknown",
    ]);
  });

  it("may keep its categories, until something else changes", async () => {
    const { id, gaid } = await approvedUntil(new Date(Date.now() - 1));
    await watchKyc(nobodyAnswers);
    await answerKycAlert(bench.actor, { requestId: id, answer: "keep" });
    expect([await isMember(gaid), await alertsOf(id)]).toEqual([true, []]);
    turnClock(2 * HOUR_MS);
    await watchKyc(async () => ({ ...GOOD, isRevoked: true }));
    expect(await alertsOf(id)).toEqual(["revoked"]);
  });
});

describe("holdings", () => {
  const investorOf = (address: string): Investor => ({
    sessionId: randomUUID(),
    address: address.toLowerCase(),
    chainId: 1,
    issuerSlug: SETTINGS.slug,
    endsAt: new Date(Date.now() + HOUR_MS),
    forwardedFor: null,
  });

  it("show the own GAID's assets, vesting and distributions, and never another's", async () => {
    const { asset_uuid: uuid } = await issue(bench.sandbox, bench.amp, {
      name: `Notes ${randomUUID().slice(0, 8)}`,
      restricted: false,
    });
    await mine(bench.sandbox, 3);
    await bench.amp.get(`/assets/${uuid}/register-authorized`);
    const [mineAddress, otherAddress] = [newWallet(), newWallet()];
    const own = await arrive(bench, { address: mineAddress });
    const other = await arrive(bench, { address: otherAddress });
    for (const { id } of [own, other]) await approve(id);
    const users = await usersAtAmp(bench);
    const idOf = (gaid: string) => users.find((user) => user.GAID === gaid)?.id ?? 0;
    await assign(bench.amp, uuid, idOf(own.gaid), 40);
    await assign(bench.amp, uuid, idOf(other.gaid), 7_777);
    await distribute(bench.sandbox, bench.amp, uuid);
    await assign(bench.amp, uuid, idOf(own.gaid), 5, { ready_for_distribution: false });
    await assign(bench.amp, uuid, idOf(other.gaid), 8_888);
    // A second wallet of the same registered user, whose holdings the first one must not show.
    const second = await newGaid(bench.sandbox);
    await bench.amp.post(`/registered_users/${idOf(own.gaid)}/gaids/add`, second);
    await bench.amp.post(`/registered_users/${idOf(own.gaid)}/gaids/set-default`, second);
    await assign(bench.amp, uuid, idOf(own.gaid), 6_666);
    await bench.amp.post(`/registered_users/${idOf(own.gaid)}/gaids/set-default`, own.gaid);

    const shown = await readHoldings(investorOf(mineAddress));
    const holding = shown?.holdings.find(({ assetUuid }) => assetUuid === uuid);
    expect(shown?.gaid).toBe(own.gaid);
    expect(holding?.balanceSats).toBe(40n);
    expect(holding?.distributions).toEqual([
      {
        id: expect.any(Number),
        amountSats: 40n,
        txid: expect.stringMatching(/^[0-9a-f]{64}$/),
        confirmedAt: expect.any(Date),
      },
    ]);
    expect(holding?.vesting.map(({ amountSats }) => amountSats)).toContain(5n);
    const text = JSON.stringify(shown, (_, value) => (typeof value === "bigint" ? String(value) : value));
    for (const foreign of [other.gaid, second, "7777", "8888"]) expect(text).not.toContain(foreign);

    await change({ showsDistributions: false });
    const less = await readHoldings(investorOf(mineAddress));
    expect(less?.holdings.map(({ distributions, balanceSats }) => [distributions, balanceSats])).toEqual([
      [[], 40n],
    ]);
    await change({ showsHoldings: false });
    const sent = await readHoldings(investorOf(mineAddress));
    expect(sent?.holdings.map(({ vesting, balanceSats }) => [vesting, balanceSats])).toEqual([[[], null]]);
    // The GAID has gone over to a user whom the issuer did not approve with this wallet.
    await pool().query("update portal_requests set amp_user_id = 0 where id = $1", [own.id]);
    expect((await readHoldings(investorOf(mineAddress)))?.holdings).toEqual([]);
  });

  it("are nothing for a wallet that was not approved, and when the issuer shows none", async () => {
    const [stranger, address] = [newWallet(), newWallet()];
    await addUser(bench.sandbox, bench.amp, `Holder ${randomUUID().slice(0, 8)}`);
    const { id } = await arrive(bench, { address });
    expect(await readHoldings(investorOf(address))).toBeNull();
    expect(await readHoldings(investorOf(stranger))).toBeNull();
    await approve(id);
    expect(await readHoldings(investorOf(address))).not.toBeNull();
    await change({ showsHoldings: false, showsDistributions: false });
    expect(await readHoldings(investorOf(address))).toBeNull();
    await expect(readHoldings(investorOf(address), "no-such-issuer")).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
