import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { KycNow } from "@/lib/domain/requests";
import { turnClock } from "@/server/platform/clock";
import { answerKycAlert } from "@/server/services/request-alerts";
import { readRequest } from "@/server/services/requests";
import { readInvite, readUserIdentity } from "@/server/services/user-identity";
import { watchKyc } from "./kyc-watch";
import { approveSeen, arrive, SETTINGS } from "./testing";
import { type Inbox, openInbox, otherIssuer } from "./testing-inbox";

const HOUR_MS = 3_600_000;
const GOOD: KycNow = { isCompleted: true, isRevoked: false, isExpired: false, validUntil: null };
const LINK = { slug: SETTINGS.slug, issuerName: SETTINGS.issuerName };

let bench: Inbox;

beforeAll(async () => {
  bench = await openInbox();
}, 30_000);
afterAll(() => bench?.close());
afterEach(() => bench.restore());

const NOBODY = { userId: 987_654, gaids: [] };

async function approved() {
  const { id, gaid } = await arrive(bench);
  await approveSeen(bench.actor, { requestId: id, categoryIds: [] });
  const userId = Number((await readRequest(bench.actor, id)).ampUserId);
  return { id, user: { userId, gaids: [gaid] } };
}
const approvalOf = async (user: { userId: number; gaids: string[] }) =>
  (await readUserIdentity(bench.actor, user))?.approved;

describe("the identity of a registered user", () => {
  it("is that of the request approved as this user, without anything of the person", async () => {
    const { id, user } = await approved();
    const identity = await readUserIdentity(bench.actor, user);
    expect(identity).toMatchObject({
      approved: { id, kycAlert: null, kycUnansweredAt: null },
      pending: null,
    });
    expect(JSON.stringify(identity)).not.toMatch(/achterberg/i);
  });

  it("waits while a request names one of the user's GAIDs, whoever sent it", async () => {
    const { id, gaid } = await arrive(bench);
    const named = { ...NOBODY, gaids: ["GA-other", gaid] };
    expect(await readUserIdentity(bench.actor, named)).toMatchObject({ approved: null, pending: { id } });
    expect(await readUserIdentity(bench.actor, NOBODY)).toEqual({ approved: null, pending: null });
  });

  it("lapses with the alert, and stays so when a person let the categories stay", async () => {
    const { id, user } = await approved();
    await watchKyc(async () => ({ ...GOOD, isRevoked: true }));
    expect(await approvalOf(user)).toMatchObject({ kycAlert: "revoked", kycAnswer: null });
    await answerKycAlert(bench.actor, { requestId: id, answer: "keep" });
    expect(await approvalOf(user)).toMatchObject({ kycAlert: "revoked", kycAnswer: "kept" });
  });

  it("says since when the service leaves the watch without an answer, and forgets it once it answers", async () => {
    const { user } = await approved();
    turnClock(2 * HOUR_MS);
    await watchKyc(() => Promise.reject(new Error("away")));
    expect((await approvalOf(user))?.kycUnansweredAt).toBeNull();
    turnClock(2.1 * HOUR_MS);
    const { kycUnansweredAt, kycCheckedAt } = (await approvalOf(user)) ?? {};
    expect(Number(kycUnansweredAt) - Number(kycCheckedAt)).toBeGreaterThan(1.9 * HOUR_MS);
    turnClock(4 * HOUR_MS);
    await watchKyc(async () => GOOD);
    turnClock(4.1 * HOUR_MS);
    expect((await approvalOf(user))?.kycUnansweredAt).toBeNull();
  });

  it("is nothing for an issuer without a portal, nor for a manager who sees no requests", async () => {
    const { user } = await approved();
    expect(await readUserIdentity(await otherIssuer(), user)).toBeNull();
    expect(await readUserIdentity({ ...bench.manager }, user)).toBeNull();
    await bench.change({ managers: ["manager"] });
    expect(await readUserIdentity({ ...bench.manager }, user)).toMatchObject({ approved: {} });
    bench.proxy.fail(() => true, "cut-before");
    expect(await readUserIdentity({ ...bench.manager }, user)).toBeNull();
  });
});

describe("the invitation of somebody without a GAID", () => {
  it("is the issuer's own link while it is open, and the way to switch it on otherwise", async () => {
    expect(await readInvite(bench.actor)).toEqual({ links: [LINK], canSetUp: true });
    await bench.change({ isOpen: false });
    expect(await readInvite(bench.actor)).toEqual({ links: [], canSetUp: true });
    expect(await readInvite(await otherIssuer())).toEqual({ links: [], canSetUp: true });
  });

  it("is for a manager the link of an issuer who shows them requests, and nobody else's", async () => {
    expect(await readInvite({ ...bench.manager })).toEqual({ links: [], canSetUp: false });
    await bench.change({ managers: ["manager"] });
    expect(await readInvite({ ...bench.manager })).toEqual({ links: [LINK], canSetUp: false });
  });
});
