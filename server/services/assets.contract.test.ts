import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { shellText } from "@/lib/messages/shell";
import { findActor } from "@/server/auth/store";
import { openTestDesk, sandboxEnv, type TestDesk } from "@/server/db/testing";
import { turnClock } from "@/server/platform/clock";
import { type AmpCaller, signIn as enterAmp, issue, newGaid } from "@/server/sandbox/amp/testing";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { listAssets, listEveryAsset } from "./asset-list";
import { readableAssets } from "./assets";
import { readCategory } from "./categories";
import { readEligibilityMatrix } from "./eligibility-matrix";
import { latestActivities } from "./latest-activities";
import { readOverview } from "./overview";
import { search } from "./search";
import { signIn } from "./sign-in";
import { breakAmp, mendAmp } from "./testing-faults";
import { readUser } from "./users";

const everything = { limit: 50, filters: {} };
const { nav } = shellText;
let sandbox: TestSandbox;
let desk: TestDesk;
let amp: AmpCaller;
const secrets = { issuer: "", manager: "" };
let good: string;
let bad: string;
let user: number;
let category: number;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  desk = await openTestDesk(sandboxEnv(sandbox.url));
  for (const username of ["issuer", "manager"] as const) {
    const password = `${username}-password`;
    secrets[username] = await signIn({ environment: "sandbox", method: "password", username, password });
  }
  amp = await enterAmp(sandbox, "issuer");
  const [{ id: manager }] = (await amp.get("/managers")).body;
  good = (await issue(sandbox, amp, { name: "Asset good" })).asset_uuid;
  bad = (await issue(sandbox, amp, { name: "Asset bad" })).asset_uuid;
  for (const uuid of [good, bad]) await amp.put(`/managers/${manager}/assets/${uuid}/add`);
  const GAID = await newGaid(sandbox);
  user = (await amp.post("/registered_users/add", { name: "Ada", GAID, is_company: false })).body.id;
  category = (await amp.post("/categories/add", { name: "KYC", description: "" })).body.id;
});
afterEach(() => {
  turnClock(0);
  return mendAmp(sandbox);
});
afterAll(async () => {
  await desk?.close();
  await sandbox?.stop();
});

/** As of one request. */
const actorOf = async (who: "issuer" | "manager") => (await findActor(secrets[who])) as Actor;

const breakDown = (target: string) => breakAmp(sandbox, target);

describe("one granted asset that AMP cannot tell", () => {
  const uuids = (assets: { assetUuid: string }[]) => assets.map(({ assetUuid }) => assetUuid);

  it("hides no other on a manager's pages, which name it, and is missing in no file", async () => {
    await breakDown(`/assets/${bad}`);
    const page = await listAssets(await actorOf("manager"), everything);
    expect([uuids(page.rows), page.unreadable]).toEqual([[good], [bad]]);
    const overview = await readOverview(await actorOf("manager"));
    expect([overview.total, overview.unreadable]).toEqual([1, [bad]]);
    expect(await latestActivities(await actorOf("manager"))).toMatchObject({ told: 1, total: 2 });
    const person = await readUser(await actorOf("manager"), user);
    expect([uuids(person.holdings), person.unreadable]).toEqual([[good], [bad]]);
    const matrix = await readEligibilityMatrix(await actorOf("manager"), everything);
    expect([uuids(matrix.columns.assets), matrix.unreadable]).toEqual([[good], [bad]]);
    expect((await search(await actorOf("manager"), good)).missing).toContain(nav.assets);
    await expect(listEveryAsset(await actorOf("manager"), everything)).rejects.toMatchObject({
      code: "UNAVAILABLE",
    });
  });

  it("is told apart, on a category's page, from those that are not granted", async () => {
    await amp.put(`/categories/${category}/assets/${bad}/add`);
    await breakDown(`/assets/${bad}`);
    const { details } = await readCategory(await actorOf("manager"), category, everything);
    expect(details).toMatchObject({ assets: [], hiddenAssets: 0, unreadable: [bad] });
  });

  it("is a failure where there is no other", async () => {
    await breakDown("getAsset");
    await expect(readableAssets(await actorOf("manager"))).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });
});

describe("latest activities", () => {
  it("tell of the assets that AMP tells of, and of how many", async () => {
    await breakDown(`/assets/${bad}/activities`);
    const { told, total } = await latestActivities(await actorOf("issuer"));
    expect([told, total]).toEqual([1, 2]);
    await breakDown("listActivities");
    await expect(latestActivities(await actorOf("issuer"))).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });
});

describe("the search", () => {
  it("finds what can be read while AMP does not tell the assets, and says that some may be missing", async () => {
    await readableAssets(await actorOf("issuer"));
    await breakDown("listAssets");
    // What was told a moment ago is searched without a question.
    turnClock(121_000);
    const { items, missing } = await search(await actorOf("issuer"), "a");
    for (const group of [nav.users, nav.assets]) expect(items.map((item) => item.group)).toContain(group);
    expect(missing).toContain(nav.assets);
    expect(missing).not.toContain(nav.users);
    expect((await search(await actorOf("manager"), "a")).missing).toEqual([]);
  });
});
