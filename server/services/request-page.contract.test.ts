import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { pool } from "@/server/db/client";
import { arrive, newWallet, signInManager, usersAtAmp } from "@/server/requests/testing";
import { type Inbox, openInbox } from "@/server/requests/testing-inbox";
import { markerOf } from "@/server/requests/user-at-amp";
import { readCopyAgain } from "./copies";
import { approveRequest, declineRequest, readRequestPage } from "./request-decisions";

let bench: Inbox;
beforeAll(async () => {
  bench = await openInbox();
});
afterEach(() => bench.restore());
afterAll(() => bench?.close());

const LONG = ["/categories", "/registered_users/"];
const longOnesAsked = () =>
  LONG.filter((list) => bench.proxy.seen.some(({ path }) => path === `/api${list}`));

it("shows names and whom an attempt made from the copies, with their age; the decision asks AMP", async () => {
  const { actor, amp, category } = bench;
  const address = newWallet();
  const earlier = await arrive(bench, { address });
  await declineRequest(actor, { requestId: earlier.id, reason: "Asked too early." });
  const { id } = await arrive(bench, { address });
  await readRequestPage(actor, id); // the copies are there
  const aged = "update mirror_copies set row_count = 100000, started_at = started_at - interval '5 minutes'";
  await pool().query(aged);
  bench.proxy.seen.splice(0);
  const { preview, freshness } = await readRequestPage(actor, id);
  expect(longOnesAsked()).toEqual([]);
  expect(preview?.categories).toContainEqual({ id: category, name: expect.stringMatching(/\w/) });
  expect(preview?.user).toBeNull();
  expect(freshness.source).toBe("mirror");
  expect(Date.now() - freshness.asOf.getTime()).toBeGreaterThan(4 * 60_000);

  // The earlier one's attempt, whose answer was lost: the copy does not know of it, and the decision does.
  await amp.post("/registered_users/add", { name: `Ada${markerOf(earlier.id)}`, is_company: false });
  expect((await readRequestPage(actor, id)).preview?.user).toBeNull();
  const approval = { requestId: id, categoryIds: [category], expectedUserId: null };
  await expect(approveRequest(actor, approval)).rejects.toMatchObject({ code: "REJECTED" });
  expect(longOnesAsked()).toEqual(LONG);

  // Whoever looks again sees why.
  const found = (await usersAtAmp(bench)).find(({ name }) => name.endsWith(markerOf(earlier.id)));
  expect((await readRequestPage(actor, id)).preview?.user).toMatchObject({ id: found?.id, by: "wallet" });
});

it("does not have the register read anew for a decision that an outage stopped", async () => {
  const { id } = await arrive(bench, { address: newWallet() });
  await readRequestPage(bench.actor, id);
  const marks = async () =>
    (await pool().query("select kind, stale_at from mirror_copies order by workspace_id, kind, key")).rows;
  const before = await marks();
  bench.proxy.fail(({ path }) => path.endsWith("/validate"), "cut-before");
  const approval = { requestId: id, categoryIds: [bench.category], expectedUserId: null };
  await expect(approveRequest(bench.actor, approval)).rejects.toMatchObject({ code: "UNAVAILABLE" });
  expect(await marks()).toEqual(before);
});

it("is as young as the issuer's lists once a manager has had them read again", async () => {
  const { actor, manager } = bench;
  const { id } = await arrive(bench, { address: newWallet() });
  await readRequestPage(actor, id);
  const again = { list: "request", requestId: id } as const;
  await expect(readCopyAgain(manager, again)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await bench.change({ managers: ["manager"] });
  await pool().query(
    "update mirror_copies set row_count = 100000, stale_at = null, started_at = started_at - interval '5 minutes'",
  );
  const named = await signInManager();
  const ageOf = async () => Date.now() - (await readRequestPage(named, id)).freshness.asOf.getTime();
  expect(await ageOf()).toBeGreaterThan(4 * 60_000);
  await readCopyAgain(named, again);
  expect(await ageOf()).toBeLessThan(60_000);
});
