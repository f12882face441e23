import type { Page } from "@playwright/test";
import { flawsOf } from "./fixtures/axe";
import { placesOf, placesOfManager } from "./fixtures/places";
import { openPortal, signInWallet } from "./fixtures/portal";
import { sandbox } from "./fixtures/sandbox";
import { enter, expect, isFullRun, signIn, test } from "./fixtures/test";
import { TestWallet } from "./fixtures/wallet";

/**
 * Every page of the desk, and those that look otherwise with a question in their address. This file stands behind those
 * whose tests make what some of the pages show, so that in a whole run none of them is left out.
 */
async function everyPage(page: Page): Promise<string[]> {
  const assets = await sandbox.amp<{ asset_uuid: string; name: string }[]>("/assets/");
  const uuid = assets.find((asset) => asset.name === "Alpine Growth Fund I")?.asset_uuid ?? "";
  const asked = [
    "/ownership?at=2001-01-01",
    "/ownership?by=gaid&at=999999",
    "/ownership/difference?from=1",
  ].map((place) => `/assets/${uuid}${place}`);
  const { places, missing, elsewhere } = await placesOf(page, uuid);
  for (const description of elsewhere) test.info().annotations.push({ type: "not looked at", description });
  expect(missing).toEqual([]);
  return [...places, ...asked];
}

type View = [width: number, colours: "light" | "dark"];
const VIEWS: View[] = [
  [1280, "light"],
  [360, "dark"],
  [1280, "dark"],
  [360, "light"],
];
/** `npm run test:full` looks at each page in all of them, `npm test` at every second one in one of the first two by turns. */
const viewsOf = (place: number): View[] => (isFullRun ? VIEWS : VIEWS.slice(place % 2, (place % 2) + 1));

const looked = (paths: string[]) => (isFullRun ? paths : paths.filter((_, place) => place % 2 === 0));

const SETTLED_MS = 800;

/** What is wrong with each page, in its views. Two tabs share the work: while one waits, axe looks at the other. */
async function flawsOfAll(page: Page, paths: string[]): Promise<string[]> {
  const waiting = [...paths.entries()];
  const flaws: string[] = [];
  const walk = async (tab: Page) => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      flaws.push(...(await flawsAt(tab, ...next)));
  };
  const other = await page.context().newPage();
  await Promise.all([walk(page), walk(other)]);
  await other.close();
  return flaws;
}

async function flawsAt(page: Page, place: number, path: string): Promise<string[]> {
  await page.goto(path);
  // What comes after a moment is another page's, fetched ahead.
  await page.waitForLoadState("networkidle", { timeout: SETTLED_MS }).catch(() => undefined);
  const flaws: string[] = [];
  for (const [width, colorScheme] of viewsOf(place)) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const found = await flawsOf(page);
    flaws.push(...found.map((flaw) => `${width} ${colorScheme} ${flaw}`));
  }
  return flaws;
}

/** What the console of any tab says, besides. */
function listen(page: Page): string[] {
  const said: string[] = [];
  page.context().on("weberror", (error) => said.push(`${error.page()?.url()}: ${error.error().message}`));
  page.context().on("console", (message) => {
    if (message.type() === "error") said.push(`${message.page()?.url()}: ${message.text()}`);
  });
  return said;
}

test("every page of the desk is accessible and fits narrow and wide screens", async ({ page }) => {
  test.setTimeout(isFullRun ? 2_400_000 : 600_000);
  const said = listen(page);
  await enter(page);
  expect([...(await flawsOfAll(page, looked(await everyPage(page)))), ...said]).toEqual([]);
});

/** Every page that opens for a manager who was granted one asset, and some that say why they do not. */
async function everyPageOfManager(page: Page): Promise<string[]> {
  const managers = await sandbox.amp<{ username: string; assets: string[] }[]>("/managers");
  const [uuid = ""] = managers.find(({ username }) => username === "manager")?.assets ?? [];
  const places = await placesOfManager(page, uuid);
  expect(places).toEqual(expect.arrayContaining(["/access", "/users", `/assets/${uuid}/assignments`]));
  return places;
}

test("every page of a manager is accessible and fits narrow or wide screens", async ({ page }) => {
  test.setTimeout(isFullRun ? 1_200_000 : 300_000);
  const said = listen(page);
  await signIn(page, "manager");
  expect([...(await flawsOfAll(page, looked(await everyPageOfManager(page)))), ...said]).toEqual([]);
});

test("every page of the portal is accessible and fits narrow and wide screens", async ({ page }) => {
  test.setTimeout(180_000);
  const said = listen(page);
  const flaws = await flawsOfAll(page, ["/sign-in"]);
  await page.setViewportSize({ width: 1280, height: 900 });
  await enter(page);
  const link = await openPortal(page);
  await TestWallet.install(page.context());
  flaws.push(...(await flawsOfAll(page, ["/invest", link])));
  await page.setViewportSize({ width: 1280, height: 900 });
  await signInWallet(page, link);
  const ways = ["", "/profile", "/auto-invest", "/faucet", "/documents"];
  const pages = [link, ...ways.map((path) => `/invest${path}`)];
  expect([...flaws, ...(await flawsOfAll(page, pages)), ...said]).toEqual([]);
});
