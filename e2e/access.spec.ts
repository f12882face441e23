import type { Page } from "@playwright/test";
import { endpointWords } from "@/lib/messages/endpoints";
import { managersText } from "@/lib/messages/managers";
import { previewText } from "@/lib/messages/preview";
import { shellText } from "@/lib/messages/shell";
import { routes } from "@/lib/routes";
import { MANAGER_PASSWORD, makeManager, openAsManager, twoAssets } from "./fixtures/managers";
import { sandbox } from "./fixtures/sandbox";
import { enter, expect, openReady, test } from "./fixtures/test";

const { access: text } = managersText;

/** Reads of AMP, each by the words that say who may do it: of the whole account, and of one asset. */
const EVERYWHERE = {
  listRegisteredUsers: "/registered_users/",
  listCategories: "/categories",
  getOwnManager: "/managers/me",
} as const;
const GRANTED = {
  getAsset: "",
  getSummary: "/summary",
  listActivities: "/activities",
  listAssignments: "/assignments",
  listUtxos: "/utxos",
} as const;
const NEVER = {
  listTransactions: "/txs",
  listLostOutputs: "/lost-outputs",
  listDistributions: "/distributions",
  getMemo: "/memo",
  listReissuances: "/reissuances",
} as const;

type Name = keyof typeof endpointWords;

/** The lines below a heading, without what else stands on the page. */
const wordsUnder = (page: Page, title: string) =>
  page
    .getByRole("main")
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: title, exact: true }) })
    .getByRole("listitem");

test("a manager with a token alone reads in words what AMP lets the token do, and nothing of other assets", async ({
  browser,
}) => {
  const [granted, hidden] = await twoAssets();
  const { username } = await makeManager(granted.asset_uuid);
  const token = await sandbox.token(username, MANAGER_PASSWORD);
  const page = await openAsManager(browser, token);
  await page.getByRole("link", { name: text.nav, exact: true }).click();
  await expect(page.getByRole("heading", { name: text.nav, level: 1 })).toBeVisible();
  const main = page.getByRole("main");
  const never = main.locator("details");
  await never.locator("summary").click();
  const groups = [
    [wordsUnder(page, text.everywhere), EVERYWHERE, ""],
    [wordsUnder(page, text.granted), GRANTED, `/assets/${granted.asset_uuid}`],
    [never.getByRole("listitem"), NEVER, `/assets/${granted.asset_uuid}`],
  ] as const;
  for (const [lines, reads, of] of groups)
    for (const [name, path] of Object.entries(reads)) {
      await expect(lines.getByText(endpointWords[name as Name], { exact: true })).toHaveCount(1);
      expect(await sandbox.statusFor(token, of + path), name).toBe(reads === NEVER ? 403 : 200);
    }
  const everything = await main.getByRole("listitem").allTextContents();
  const words = everything.filter((line) => line !== granted.name);
  expect(words.toSorted()).toEqual(Object.values(endpointWords).toSorted());

  const own = main.getByRole("link", { name: granted.name });
  await expect(own).toBeVisible();
  await expect(page.getByText(hidden.name)).toHaveCount(0);
  expect(await sandbox.statusFor(token, `/assets/${hidden.asset_uuid}`)).toBe(404);
  await own.click();
  await expect(page.getByRole("heading", { name: granted.name, level: 1 })).toBeVisible();
  await page.context().close();
});

test("the issuer who views the desk as a manager reads the same access as the manager", async ({
  page,
  browser,
}) => {
  const [granted] = await twoAssets();
  const { id, username } = await makeManager(granted.asset_uuid);
  const own = await openAsManager(browser, await sandbox.token(username, MANAGER_PASSWORD));
  await enter(page);
  await openReady(page, routes.manager(id));
  await page.getByRole("button", { name: previewText.open }).click();
  await page.getByRole("dialog").getByRole("button", { name: previewText.start }).click();
  const banner = page.getByRole("complementary", { name: previewText.label });
  await expect(banner).toBeVisible();
  const linesOf = async (seen: Page) => {
    await seen.goto(routes.access);
    await expect(seen.getByRole("heading", { name: text.nav, level: 1 })).toBeVisible();
    return seen.getByRole("main").getByRole("listitem").allTextContents();
  };
  const lines = await linesOf(own);
  expect(lines).toContain(granted.name);
  expect(await linesOf(page)).toEqual(lines);
  await own.context().close();
  await banner.getByRole("button", { name: previewText.end }).click();
  await expect(banner).toHaveCount(0);
  await page.goto(routes.access);
  await expect(page.getByRole("heading", { name: shellText.errors.notFoundTitle })).toBeVisible();
});
