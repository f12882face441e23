import type { Page } from "@playwright/test";
import { flawsOf } from "./fixtures/axe";
import { openPortal, signInWallet } from "./fixtures/portal";
import { sandbox } from "./fixtures/sandbox";
import { expect, signIn, test } from "./fixtures/test";
import { TestWallet } from "./fixtures/wallet";

async function everyPage(): Promise<string[]> {
  const assets = await sandbox.amp<{ asset_uuid: string; name: string }[]>("/assets/");
  const uuid = assets.find((asset) => asset.name === "Alpine Growth Fund I")?.asset_uuid;
  const [user] = await sandbox.amp<{ id: number; GAID: string }[]>("/registered_users/");
  const [manager] = await sandbox.amp<{ id: number }[]>("/managers");
  const [category] = await sandbox.amp<{ id: number }[]>("/categories");
  const [tx] = await sandbox.amp<{ txid: string }[]>(`/assets/${uuid}/txs?count=1`);
  const asset = [
    "",
    "/ownership",
    "/ownership?at=2001-01-01",
    "/ownership?by=gaid&at=999999",
    "/ownership/difference",
    "/ownership/difference?from=1",
    "/activity",
    "/transactions",
    `/transactions/${tx?.txid}`,
    "/utxos",
    "/lost-outputs",
    "/assignments",
    "/assignments/new",
    "/assignments/vesting",
    "/distributions",
    "/supply",
    "/supply/blinders",
    "/eligibility",
    "/rules",
    "/settings",
  ].map((page) => `/assets/${uuid}${page}`);
  const people = [
    "/users",
    "/users/new",
    "/users/import",
    "/users/imports",
    `/users/${user?.id}`,
    "/gaids",
    `/gaids/${user?.GAID}`,
    "/categories",
    "/categories/matrix",
    `/categories/${category?.id}`,
    "/managers",
    `/managers/${manager?.id}`,
    "/requests",
  ];
  return [
    "/overview",
    "/assets",
    "/assets/new",
    ...asset,
    ...people,
    "/treasury",
    "/treasury/send",
    "/audit",
    "/audit/calls",
    "/settings",
    ...["", "/wallets", "/decisions", "/faults", "/switches", "/worlds", "/calls"].map(
      (tab) => `/sandbox${tab}`,
    ),
  ];
}

type View = [width: number, colours: "light" | "dark"];
const VIEWS: View[] = [
  [1280, "light"],
  [360, "dark"],
  [1280, "dark"],
  [360, "light"],
];
/** `npm run test:full` looks at each page in all of them, `npm test` in one of the first two by turns. */
const viewsOf = (place: number): View[] =>
  process.env.AMPDESK_TEST_FULL ? VIEWS : VIEWS.slice(place % 2, (place % 2) + 1);

/** What is wrong with each page, in its views. */
async function flawsOfAll(page: Page, paths: string[]): Promise<string[]> {
  const flaws: string[] = [];
  for (const [place, path] of paths.entries()) {
    await page.goto(path, { waitUntil: "networkidle" });
    for (const [width, colorScheme] of viewsOf(place)) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const found = await flawsOf(page);
      flaws.push(...found.map((flaw) => `${width} ${colorScheme} ${flaw}`));
    }
  }
  return flaws;
}

/** What the console says, besides. */
function listen(page: Page): string[] {
  const said: string[] = [];
  page.on("pageerror", (error) => said.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") said.push(`${page.url()}: ${message.text()}`);
  });
  return said;
}

test("every page of the desk is accessible and fits narrow and wide screens", async ({ page }) => {
  test.setTimeout(300_000);
  const said = listen(page);
  await signIn(page, "issuer");
  expect([...(await flawsOfAll(page, await everyPage())), ...said]).toEqual([]);
});

test("every page of the portal is accessible and fits narrow and wide screens", async ({ page }) => {
  test.setTimeout(120_000);
  const said = listen(page);
  const flaws = await flawsOfAll(page, ["/sign-in"]);
  await page.setViewportSize({ width: 1280, height: 900 });
  await signIn(page, "issuer");
  const link = await openPortal(page);
  await TestWallet.install(page.context());
  flaws.push(...(await flawsOfAll(page, ["/invest", link])));
  await page.setViewportSize({ width: 1280, height: 900 });
  await signInWallet(page, link);
  const ways = ["", "/profile", "/auto-invest", "/faucet", "/documents"];
  const pages = [link, ...ways.map((path) => `/invest${path}`)];
  expect([...flaws, ...(await flawsOfAll(page, pages)), ...said]).toEqual([]);
});

test("the command palette jumps to a registered user with the keyboard alone", async ({ page }) => {
  await signIn(page, "issuer");
  const users = await sandbox.amp<{ id: number; name: string }[]>("/registered_users/");
  const user = users[0];
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
  await page.keyboard.type(user?.name ?? "");
  await expect(page.getByRole("option", { name: user?.name ?? "" }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: user?.name ?? "", level: 1 })).toBeVisible();
});
