import type { Page } from "@playwright/test";
import { askIssuerText } from "@/lib/messages/ask-issuer";
import { assignmentsText } from "@/lib/messages/assignments";
import { shortcutsText } from "@/lib/messages/shortcuts";
import { usersText } from "@/lib/messages/users";
import { routes } from "@/lib/routes";
import { issueAsset } from "./fixtures/assets";
import { assignByHand, assignmentsOf } from "./fixtures/assignments";
import { addCategory, type Category } from "./fixtures/categories";
import { MANAGER_PASSWORD, makeManager, openAsManager } from "./fixtures/managers";
import { sandbox } from "./fixtures/sandbox";
import { expect, test, unique } from "./fixtures/test";
import { type AmpUser, usersWith } from "./fixtures/users";

const { lock, remove } = assignmentsText;

test("a manager registers an investor, assigns, holds back and deletes, and AMP refuses nothing of it", async ({
  browser,
}) => {
  const [{ assetUuid }, category] = [await issueAsset(), await addCategory("Qualified")];
  const { username } = await makeManager(assetUuid);
  const page = await openAsManager(browser, await sandbox.token(username, MANAGER_PASSWORD));
  const user = await register(page);
  await askFor(page, user, category);
  await assignByHand(page, assetUuid, user.name, "10");
  expect(await assignmentsOf(assetUuid)).toMatchObject([{ amount: 1_000, ready_for_distribution: true }]);
  await changeAssignment(page, assetUuid, user.name);
  await seeNothingOfTheIssuers(page, assetUuid);
  const calls = [
    ...(await sandbox.callsTo(`/assets/${assetUuid}`)),
    ...(await sandbox.callsTo(`/registered_users/${user.id}`)),
  ].filter(({ account }) => account === username);
  expect(calls.length).toBeGreaterThan(5);
  expect(calls.filter(({ status }) => status >= 400)).toEqual([]);
  await page.context().close();
});

/** First the name alone, then the wallet that the investor tells later. */
async function register(page: Page): Promise<AmpUser> {
  const [name, gaid] = [unique("Mona Field"), await sandbox.newGaid()];
  await page.goto("/users/new");
  await page.getByRole("textbox", { name: usersText.form.name }).fill(name);
  await page.getByRole("button", { name: usersText.form.submit }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await page.getByLabel(usersText.gaids.addLabel).fill(gaid);
  await page.getByRole("button", { name: usersText.gaids.add }).click();
  await expect(page.getByText(usersText.gaids.added)).toBeVisible();
  const [user] = await usersWith(name);
  if (!user) throw new Error("AMP has no such registered user.");
  expect(await sandbox.amp<string[]>(`/registered_users/${user.id}/gaids`)).toEqual([gaid]);
  return user;
}

/** On the user's page: what the issuer alone may do is asked for in words, and stands on no button. */
async function askFor(page: Page, user: AmpUser, category: Category): Promise<void> {
  const main = page.getByRole("main");
  for (const name of [usersText.categories.add, usersText.archive.archive])
    await expect(main.getByRole("button", { name, exact: true })).toHaveCount(0);
  await expect(main.getByRole("button", { name: askIssuerText.openFor.archive })).toBeVisible();
  await main.getByRole("button", { name: askIssuerText.openFor.category }).click();
  const dialog = page.getByRole("dialog", { name: askIssuerText.title });
  await dialog.getByLabel(askIssuerText.category).selectOption({ label: category.name });
  const message = dialog.getByLabel(askIssuerText.message);
  for (const words of [user.name, category.name, routes.addToCategory(user.id, category.id)])
    await expect(message).toHaveValue(new RegExp(words.replace(/[?#.]/g, "\\$&")));
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
}

async function changeAssignment(page: Page, assetUuid: string, user: string): Promise<void> {
  const row = page.getByRole("row", { name: user });
  const dialog = page.getByRole("dialog");
  await row.getByRole("button", { name: lock.title(user) }).click();
  await dialog.getByRole("button", { name: lock.confirm }).click();
  await expect(row).toContainText(assignmentsText.states.locked);
  expect(await assignmentsOf(assetUuid)).toMatchObject([{ amount: 1_000, ready_for_distribution: false }]);

  await row.getByRole("button", { name: remove.title(user) }).click();
  await dialog.getByRole("button", { name: remove.confirm }).click();
  await expect(page.getByText(remove.done)).toBeVisible();
  expect(await assignmentsOf(assetUuid)).toEqual([]);
}

/** Neither among the asset's pages nor in the palette, which knows every command. */
async function seeNothingOfTheIssuers(page: Page, assetUuid: string): Promise<void> {
  await page.goto(routes.asset(assetUuid));
  const link = (name: string) => page.getByRole("main").getByRole("link", { name, exact: true });
  await expect(link("Assignments")).toBeVisible();
  for (const name of ["Ownership", "Distributions", "Supply", "Settings"])
    await expect(link(name)).toHaveCount(0);
  await page.waitForLoadState("networkidle"); // keys are heard once the scripts have come
  await page.keyboard.press("Control+k");
  const offered = (name: string) => page.getByRole("dialog").getByRole("option", { name, exact: true });
  await expect(offered(shortcutsText.newAssignment)).toBeVisible();
  for (const name of ["distribute", "supply", "lock", "assetSettings", "newAsset", "addManager"] as const)
    await expect(offered(shortcutsText[name])).toHaveCount(0);
}
