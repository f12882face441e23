import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { KycNow } from "@/lib/domain/requests";
import { pool } from "@/server/db/client";
import { usersById } from "@/server/mirror/users";
import { turnClock } from "@/server/platform/clock";
import { assign, issue, mine } from "@/server/sandbox/amp/testing";
import { listMembers } from "@/server/services/categories";
import { readAlertImpact } from "@/server/services/request-alert-impact";
import { answerKycAlert } from "@/server/services/request-alerts";
import { listKycAlerts, readRequest } from "@/server/services/requests";
import { watchKyc } from "./kyc-watch";
import { approveSeen, arrive, signInManager, usersAtAmp } from "./testing";
import { type Inbox, openInbox } from "./testing-inbox";

const HOUR_MS = 3_600_000;

let bench: Inbox;
let category: number;

beforeAll(async () => {
  bench = await openInbox();
  ({ category } = bench);
}, 30_000);
afterAll(() => bench?.close());
afterEach(() => bench.restore());

const approve = (requestId: string) => approveSeen(bench.actor, { requestId, categoryIds: [category] });

describe("an identity after the approval", () => {
  const GOOD: KycNow = { isCompleted: true, isRevoked: false, isExpired: false, validUntil: null };
  const nobodyAnswers = async () => null;
  const alertsOf = async (id: string) =>
    (await listKycAlerts(bench.actor, 200))
      .filter(({ requestId }) => requestId === id)
      .map(({ kind }) => kind);
  const approvedUntil = async (validUntil: Date | null) => {
    const kyc = { completedAt: new Date(), validUntil, riskLabels: [] };
    const request = await arrive(bench, { kyc });
    const despiteAlert = validUntil !== null && validUntil.getTime() < Date.now();
    await approveSeen(bench.actor, { requestId: request.id, categoryIds: [category], despiteAlert });
    return request;
  };
  const managerId = async () => {
    const managers: { id: number; username: string }[] = (await bench.amp.get("/managers")).body;
    return managers.find(({ username }) => username === "manager")?.id;
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
      const [entry] = await bench.audit("request.approval-begun");
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
    expect((await bench.audit("request.categories-removed")).map(({ outcome }) => outcome)).toEqual([
      "refused",
      "ok",
      "unknown",
    ]);
  });

  it("whose categories are removed is in none of them in the desk's long lists either", async () => {
    const { id } = await approvedUntil(new Date(Date.now() - 1));
    await watchKyc(nobodyAnswers);
    const { ampUserId } = await readRequest(bench.actor, id);
    const membersOf = async () =>
      (await listMembers(bench.actor, category, { limit: 100, filters: {} })).rows.map((user) => user.id);
    const categoriesInRegister = async () =>
      (await usersById(bench.actor, [Number(ampUserId)])).get(Number(ampUserId))?.categories;
    expect([await membersOf(), await categoriesInRegister()]).toEqual([
      expect.arrayContaining([ampUserId]),
      [category],
    ]);
    await pool().query("update mirror_copies set row_count = 100000"); // long ones are not asked for by each page
    await answerKycAlert(bench.actor, { requestId: id, answer: "remove" });
    expect(await membersOf()).not.toContain(ampUserId);
    expect(await categoriesInRegister()).toEqual([]);
  });

  it("says before the categories are removed what the person can receive no more", async () => {
    const issued = async () => (await issue(bench.sandbox, bench.amp)).asset_uuid;
    const [required, other] = [await issued(), await issued()];
    await mine(bench.sandbox, 3);
    await bench.amp.get(`/assets/${required}/register-authorized`);
    await bench.amp.put(`/categories/${category}/assets/${required}/add`);
    const { id } = await approvedUntil(new Date(Date.now() - 1));
    const { ampUserId } = await readRequest(bench.actor, id);
    await assign(bench.amp, required, Number(ampUserId), 5);
    await assign(bench.amp, other, Number(ampUserId), 5);
    const impact = await readAlertImpact(bench.actor, id);
    expect(impact).toMatchObject({
      ...{ changes: 1, users: 1, categories: [{ id: category }] },
      assets: [{ assetUuid: required, losing: { count: 1 }, assignmentsWaiting: 1 }],
    });
    await bench.change({ managers: ["manager"] });
    const asManager = await readAlertImpact(bench.manager, id);
    expect(asManager).toMatchObject({ changes: 1, assets: [] });
    await bench.amp.put(`/managers/${await managerId()}/assets/${required}/add`);
    expect((await readAlertImpact(await signInManager(), id)).assets).toHaveLength(1);
    expect(await isMember((await readRequest(bench.actor, id)).gaid)).toBe(true);
    await bench.change({ managers: [] });
    await expect(readAlertImpact(bench.manager, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
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
