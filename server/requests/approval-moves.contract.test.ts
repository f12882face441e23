import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { speech } from "@/lib/messages/catalogue";
import * as german from "@/lib/messages/de";
import { requestsText } from "@/lib/messages/requests";
import { turnClock } from "@/server/platform/clock";
import { inLanguage } from "@/server/platform/stored-words";
import { assign, issue, mine } from "@/server/sandbox/amp/testing";
import { approveRequest, previewApproval } from "@/server/services/request-decisions";
import { readRequest } from "@/server/services/requests";
import { runDueApprovals } from "./approval";
import { usersAtAmp } from "./testing";
import { type ApprovalBench, openApprovalBench } from "./testing-approval";

let bench: ApprovalBench;
let assetUuid: string;

beforeAll(async () => {
  bench = await openApprovalBench();
  const { amp, sandbox } = bench;
  assetUuid = (await issue(sandbox, amp)).asset_uuid;
  await mine(sandbox, 3);
  await amp.get(`/assets/${assetUuid}/register-authorized`);
}, 30_000);
afterAll(() => bench?.close());
afterEach(() => bench.restore());

const { otherAssignments } = requestsText.approval;

/** Somebody known, for whom one more assignment waits, asks again with another GAID. */
async function returningWithAssignment() {
  const { id, gaid } = await bench.returningPerson();
  const { user } = await previewApproval(bench.actor, id);
  const userId = user?.id ?? 0;
  await assign(bench.amp, assetUuid, userId, 100);
  const open = (await previewApproval(bench.actor, id)).user?.openAssignments ?? 0;
  const seen = { requestId: id, categoryIds: [], expectedUserId: userId };
  const defaultGaid = async () => (await usersAtAmp(bench)).find((one) => one.id === userId)?.GAID;
  return { ...{ id, gaid, userId, open, seen, defaultGaid }, before: user?.defaultGaid };
}

it("names what waits for the person, asset by asset", async () => {
  const { id, userId, open, seen } = await returningWithAssignment();
  const mine = async () => {
    const { user, assets } = await previewApproval(bench.actor, id);
    const waiting = user?.waiting.find((one) => one.assetUuid === assetUuid);
    return { waiting, asset: assets.find((one) => one.assetUuid === assetUuid) };
  };
  const before = await mine();
  expect(before.asset).toMatchObject({ precision: 0, ticker: null });
  await assign(bench.amp, assetUuid, userId, 250);
  const { count = 0, sats = 0n } = before.waiting ?? {};
  expect((await mine()).waiting).toEqual({ assetUuid, count: count + 1, sats: sats + 250n });
  await approveRequest(bench.actor, { ...seen, expectedOpenAssignments: open + 1 });
});

describe("open assignments of whom an approval gives another default GAID", () => {
  it("go to it only after somebody has agreed to just as many", async () => {
    const { id, gaid, open, seen, defaultGaid, before } = await returningWithAssignment();
    expect(open).toBeGreaterThan(0);
    for (const told of [{}, { expectedOpenAssignments: open + 1 }])
      await expect(approveRequest(bench.actor, { ...seen, ...told })).rejects.toMatchObject({
        ...{ code: "REJECTED", message: otherAssignments },
      });
    expect([await bench.stateOf(id), await defaultGaid()]).toEqual(["open", before]);
    const agreed = { ...seen, expectedOpenAssignments: open };
    expect((await approveRequest(bench.actor, agreed)).state).toBe("approved");
    expect(await defaultGaid()).toBe(gaid);
  });

  it("are counted again before the default changes: another number waits for a person", async () => {
    const { id, gaid, userId, open, seen, defaultGaid, before } = await returningWithAssignment();
    bench.proxy.fail(({ path }) => path.endsWith("/gaids/add"), "cut-before", 1);
    const begun = await approveRequest(bench.actor, { ...seen, expectedOpenAssignments: open });
    expect(begun.state).toBe("approving");
    await assign(bench.amp, assetUuid, userId, 100);
    turnClock(6_000);
    await runDueApprovals();
    expect(await readRequest(bench.actor, id)).toMatchObject({ isStopped: true, problem: otherAssignments });
    speech.dictionaries = { de: german };
    const { problem } = await inLanguage("de", () => readRequest(bench.actor, id));
    expect(problem).toBe(german.requestsText.approval.otherAssignments);
    expect(await defaultGaid()).toBe(before);
    const again = { ...seen, expectedOpenAssignments: open + 1 };
    expect((await approveRequest(bench.actor, again)).state).toBe("approved");
    expect(await defaultGaid()).toBe(gaid);
  });
});
