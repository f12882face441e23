import { afterAll, beforeAll, expect, it } from "vitest";
import { pool } from "@/server/db/client";
import { arrive, newWallet, usersAtAmp } from "@/server/requests/testing";
import { type Inbox, openInbox } from "@/server/requests/testing-inbox";
import { markerOf } from "@/server/requests/user-at-amp";
import { approveRequest, declineRequest, readRequestPage } from "./request-decisions";

let bench: Inbox;
beforeAll(async () => {
  bench = await openInbox();
});
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
