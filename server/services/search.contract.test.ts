import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { searchText } from "@/lib/messages/search";
import { routes } from "@/lib/routes";
import { flushAmpCalls } from "@/server/audit/amp-calls";
import { ampAs } from "@/server/auth/amp-session";
import { findActor } from "@/server/auth/store";
import { openTestDesk, sandboxEnv, type TestDesk } from "@/server/db/testing";
import { turnClock } from "@/server/platform/clock";
import { withRequestId } from "@/server/platform/request-context";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { listAmpCalls } from "./amp-calls";
import { allAssets } from "./assets";
import { search } from "./search";
import { signIn } from "./sign-in";
import { listUsers } from "./users";

let sandbox: TestSandbox;
let desk: TestDesk;
const secrets: Record<string, string> = {};

beforeAll(async () => {
  sandbox = await startTestSandbox({ seed: "small" });
  desk = await openTestDesk(sandboxEnv(sandbox.url));
  for (const username of ["issuer", "manager"] as const) {
    const password = `${username}-password`;
    secrets[username] = await signIn({ environment: "sandbox", method: "password", username, password });
  }
});
beforeEach(() => turnClock(0));
afterAll(async () => {
  turnClock(0);
  await flushAmpCalls();
  await desk?.close();
  await sandbox?.stop();
});

/** Anew for each look, as each request has its own. */
async function as(username: "issuer" | "manager"): Promise<Actor> {
  const actor = await findActor(secrets[username] ?? "");
  if (!actor) throw new Error("Nobody is signed in.");
  return actor;
}

let request = 0;
/** What the palette is told, and what AMP was asked for it. */
async function searched(username: "issuer" | "manager", q: string) {
  const actor = await as(username);
  const requestId = `r-search-${++request}.`;
  const answer = await withRequestId(requestId, () => search(actor, q));
  const { rows } = await listAmpCalls(actor, { limit: 200, filters: {}, q: requestId });
  return { ...answer, asked: rows.map(({ endpoint }) => endpoint) };
}

it("asks AMP for the whole list of assets once while somebody types, and again some minutes later", async () => {
  const [asset] = await allAssets(await as("issuer"));
  if (!asset) throw new Error("The seed has none.");
  const first = await searched("issuer", asset.name.slice(0, 4));
  const second = await searched("issuer", `lock ${asset.name}`);
  expect([first.asked, second.asked].flat()).not.toContain("listAssets");
  expect(second.meant?.assets.map(({ assetUuid }) => assetUuid)).toContain(asset.assetUuid);
  // Of managers, too: the second pause has the first one's answer.
  expect(second.asked).not.toContain("listManagers");
  turnClock(121_000);
  expect((await searched("issuer", asset.name)).asked).toContain("listAssets");
});

it("tells a manager of no asset that AMP grants no more, whatever was told before", async () => {
  const issuer = await as("issuer");
  const [granted] = await allAssets(await as("manager"));
  if (!granted) throw new Error("The manager has none.");
  const uuids = async (q: string) => {
    const { items, meant, asked } = await searched("manager", q);
    expect(asked).not.toContain("getAsset");
    return [items.map(({ id }) => id), meant?.assets.map(({ assetUuid }) => assetUuid)];
  };
  expect(await uuids(granted.name)).toEqual([[granted.assetUuid], [granted.assetUuid]]);
  const foreign = (await allAssets(issuer)).find(({ assetUuid }) => assetUuid !== granted.assetUuid);
  expect(await uuids(foreign?.assetUuid ?? "")).toEqual([[], [granted.assetUuid]]);
  // Elsewhere than at this desk, which would have forgotten it at once.
  const managers = await (await ampAs(issuer)).call("listManagers");
  const manager = managers.find(({ assets }) => assets.includes(granted.assetUuid));
  const path = { managerId: manager?.id ?? 0, assetUuid: granted.assetUuid };
  await (await ampAs(issuer)).call("removeManagerAsset", { path });
  expect(await uuids(granted.name)).toEqual([[], undefined]);
});

it("leads to all that was found where it shows only some", async () => {
  const { total } = await listUsers(await as("issuer"), { q: "a", limit: 1, filters: {} });
  const { items } = await searched("issuer", "a");
  expect(items.find(({ id }) => id === "all-users")).toMatchObject({
    label: searchText.all(total ?? 0),
    href: `${routes.users}?q=a`,
  });
});
