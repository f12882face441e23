import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { findActor } from "@/server/auth/store";
import { pool } from "@/server/db/client";
import { openTestDesk, sandboxEnv, type TestDesk } from "@/server/db/testing";
import type * as assetsStore from "@/server/mirror/assets-store";
import { turnClock } from "@/server/platform/clock";
import { type AmpCaller, signIn as enterAmp, issue } from "@/server/sandbox/amp/testing";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { listAssets, listEveryAsset } from "./asset-list";
import { deleteAsset } from "./asset-settings";
import { setAssetLock, shownAsset } from "./assets";
import { revokeManager, setManagerAsset, setManagerLock } from "./managers";
import { startPreview } from "./preview";
import { signIn } from "./sign-in";
import { breakAmp, mendAmp } from "./testing-faults";

/** A page waits a moment for its answer's being kept, and goes on; the tests wait however long it takes. */
const keeping = vi.hoisted(() => [] as Promise<unknown>[]);
vi.mock("@/server/mirror/assets-store", async (original) => {
  const real = await original<typeof assetsStore>();
  const storeAssets = (...told: Parameters<typeof real.storeAssets>) => {
    const kept = real.storeAssets(...told);
    keeping.push(kept);
    return kept;
  };
  return { ...real, storeAssets };
});

const MINUTE = 60_000;
let sandbox: TestSandbox;
let desk: TestDesk;
let amp: AmpCaller;
let managerId: number;
const secrets = { issuer: "", manager: "" };
const uuids: Record<string, string> = {};
const everything = { limit: 50, filters: {} };

/** As of one request. */
const actorOf = async (who: keyof typeof secrets) => (await findActor(secrets[who])) as Actor;
const look = async (who: keyof typeof secrets, query: Partial<Parameters<typeof listAssets>[1]> = {}) => {
  const page = await listAssets(await actorOf(who), { ...everything, ...query });
  await Promise.all(keeping.splice(0));
  return page;
};
const names = async (...asked: Parameters<typeof look>) =>
  (await look(...asked)).rows.map(({ name }) => name);
const grant = (name: string) => amp.put(`/managers/${managerId}/assets/${uuids[name]}/add`);

const breakDown = (target?: string) => breakAmp(sandbox, target);
const mend = () => mendAmp(sandbox);
const isAway = { code: "UNAVAILABLE" };

/** Every version of a row counts: what is written again with the same words is written. */
const written = async (): Promise<string[]> => {
  const { rows } = await pool().query(
    "select asset_uuid || ' ' || xmin as version from mirror_assets order by asset_uuid, workspace_id",
  );
  return rows.map(({ version }) => version);
};

beforeAll(async () => {
  sandbox = await startTestSandbox();
  desk = await openTestDesk(sandboxEnv(sandbox.url));
  for (const username of ["issuer", "manager"] as const) {
    const password = `${username}-password`;
    secrets[username] = await signIn({ environment: "sandbox", method: "password", username, password });
  }
  amp = await enterAmp(sandbox, "issuer");
  [{ id: managerId }] = (await amp.get("/managers")).body;
  for (const name of ["Alpha Fund", "Bravo Bond", "Coast Share"])
    uuids[name] = (await issue(sandbox, amp, { name, restricted: name !== "Bravo Bond" })).asset_uuid;
  await grant("Alpha Fund");
  await grant("Bravo Bond");
}, 60_000);
afterEach(async () => {
  turnClock(0);
  await mend();
});
afterAll(async () => {
  await desk?.close();
  await sandbox?.stop();
});

describe("the list of assets while AMP is away", () => {
  it("is nothing before AMP has told it once", async () => {
    await breakDown();
    await expect(look("issuer")).rejects.toMatchObject(isAway);
    await expect(look("manager")).rejects.toMatchObject(isAway);
  });

  it("has all that AMP told the account last, with its age and AMP's words", async () => {
    const before = { issuer: await look("issuer"), manager: await look("manager") };
    expect(before.issuer.freshness.failure).toBeUndefined();
    await breakDown();
    turnClock(5 * MINUTE);
    for (const who of ["issuer", "manager"] as const) {
      const { rows, total, freshness } = await look(who);
      expect(rows).toEqual(before[who].rows.map((row) => ({ ...row, figures: null })));
      expect(total).toBe(who === "issuer" ? 3 : 2);
      expect(freshness).toMatchObject({ source: "mirror", failure: expect.stringMatching(/AMP/) });
      expect(Math.abs(freshness.asOf.getTime() - before[who].freshness.asOf.getTime())).toBeLessThan(5_000);
    }
    // Who has never opened it has it by the list.
    const { old } = await shownAsset(await actorOf("issuer"), uuids["Coast Share"] ?? "");
    expect(old?.failure).toMatch(/AMP/);
  });

  it("is searched, sorted, filtered and turned over as ever", async () => {
    await breakDown();
    expect(await names("issuer", { q: "bond" })).toEqual(["Bravo Bond"]);
    expect(await names("issuer", { sort: "-name" })).toEqual(["Coast Share", "Bravo Bond", "Alpha Fund"]);
    expect(await names("issuer", { filters: { kind: "tracked" } })).toEqual(["Bravo Bond"]);
    const first = await look("issuer", { limit: 2 });
    const next = await look("issuer", { limit: 2, cursor: first.nextCursor ?? "" });
    expect([first, next].flatMap(({ rows }) => rows.map(({ name }) => name))).toEqual([
      "Alpha Fund",
      "Bravo Bond",
      "Coast Share",
    ]);
    expect((await look("issuer", { sort: "supply" })).unknown).toBe(3);
  });

  it("shows the figures that the desk has, and is as old as they are", async () => {
    const { rows } = await look("issuer", { sort: "supply" });
    const told = await look("issuer");
    await breakDown();
    const away = await look("issuer");
    expect(away.rows.map(({ figures }) => figures)).toEqual(rows.map(({ figures }) => figures));
    expect(away.rows[0]?.figures?.supplySats).toBeGreaterThan(0n);
    expect(away.freshness.asOf < told.freshness.asOf).toBe(true);
  });

  it("decides nothing: no file, no lock", async () => {
    await breakDown();
    const issuer = await actorOf("issuer");
    await expect(listEveryAsset(issuer, everything)).rejects.toMatchObject(isAway);
    const lock = { assetUuid: uuids["Alpha Fund"] ?? "", isLocked: true };
    await expect(setAssetLock(issuer, lock)).rejects.toMatchObject(isAway);
  });
});

describe("what AMP tells of all assets", () => {
  it("is written once, and again only where it differs", async () => {
    await look("issuer");
    const before = await written();
    expect(before.length).toBeGreaterThanOrEqual(3);
    turnClock(2 * MINUTE);
    const { freshness } = await look("issuer");
    expect(await written()).toEqual(before);
    await amp.put(`/assets/${uuids["Alpha Fund"]}/lock`);
    turnClock(4 * MINUTE);
    await look("issuer");
    const after = await written();
    expect(after.filter((version) => !before.includes(version))).toHaveLength(1);
    await breakDown();
    const { rows } = await look("issuer");
    expect(rows.map(({ isLocked }) => isLocked)).toEqual([true, false, false]);
    // Unchanged ones too are as AMP told them last, not as of when they changed.
    const { old } = await shownAsset(await actorOf("issuer"), uuids["Coast Share"] ?? "");
    expect(old && old.toldAt > freshness.asOf).toBe(true);
  });

  it("has no asset that is no more, whoever deleted it", async () => {
    const own = (await issue(sandbox, amp, { name: "Delta Note" })).asset_uuid;
    const theirs = (await issue(sandbox, amp, { name: "Eagle Note" })).asset_uuid;
    turnClock(6 * MINUTE);
    await look("issuer");
    await amp.delete(`/assets/${theirs}/delete`);
    turnClock(8 * MINUTE);
    await look("issuer");
    await deleteAsset(await actorOf("issuer"), { assetUuid: own });
    await breakDown();
    expect(await names("issuer")).toEqual(["Alpha Fund", "Bravo Bond", "Coast Share"]);
  });
});

it("a manager too is not shown what the issuer deleted", async () => {
  const assetUuid = (await issue(sandbox, amp, { name: "Fjord Note" })).asset_uuid;
  await amp.put(`/managers/${managerId}/assets/${assetUuid}/add`);
  expect(await names("manager")).toContain("Fjord Note");
  await deleteAsset(await actorOf("issuer"), { assetUuid });
  await breakDown();
  expect(await names("manager")).toEqual(["Alpha Fund", "Bravo Bond"]);
});

describe("what a manager lost the grant of", () => {
  const BOTH = ["Alpha Fund", "Bravo Bond"];

  it("is not shown from before when this desk took it", async () => {
    expect(await names("manager")).toEqual(BOTH);
    const taken = { managerId, assetUuid: uuids["Alpha Fund"] ?? "", isGranted: false };
    await setManagerAsset(await actorOf("issuer"), taken);
    await breakDown();
    expect(await names("manager")).toEqual(["Bravo Bond"]);
    expect(await names("issuer")).toContain("Alpha Fund");
    await mend();
    await grant("Alpha Fund");
    expect(await names("manager")).toEqual(BOTH);
  });

  it("is not shown from before when AMP tells the grants alone", async () => {
    await amp.put(`/managers/${managerId}/assets/${uuids["Bravo Bond"]}/remove`);
    await breakDown("getAsset");
    expect(await names("manager")).toEqual(["Alpha Fund"]);
    await breakDown();
    expect(await names("manager")).toEqual(["Alpha Fund"]);
    await mend();
    await grant("Bravo Bond");
    expect(await names("manager")).toEqual(BOTH);
  });

  it("is all, for whom this desk locks or revokes, whatever AMP answers", async () => {
    const shut = async (isLocked: boolean) =>
      setManagerLock(await actorOf("issuer"), { managerId, isLocked });
    await shut(true);
    await breakDown();
    await expect(look("manager")).rejects.toMatchObject(isAway);
    for (const work of [
      () => shut(true),
      async () => revokeManager(await actorOf("issuer"), { managerId }),
    ]) {
      await mend();
      await shut(false);
      expect(await names("manager")).toEqual(BOTH);
      await breakDown();
      expect(await names("manager")).toEqual(BOTH);
      await expect(work()).rejects.toMatchObject(isAway);
      await expect(look("manager")).rejects.toMatchObject(isAway);
    }
  });

  it("is not shown to an issuer who looks at the desk as the manager", async () => {
    await startPreview(await actorOf("issuer"), secrets.issuer, managerId);
    expect(await names("issuer")).toEqual(BOTH);
    await breakDown();
    await expect(look("issuer")).rejects.toMatchObject(isAway);
  });
});
