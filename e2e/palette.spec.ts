import type { Page } from "@playwright/test";
import { assetSettingsText } from "@/lib/messages/asset-settings";
import { categoriesText } from "@/lib/messages/categories";
import { shortcutsText } from "@/lib/messages/shortcuts";
import { usersText } from "@/lib/messages/users";
import { routes } from "@/lib/routes";
import { sandbox } from "./fixtures/sandbox";
import { enter, expect, test } from "./fixtures/test";

/** Keys are heard once the scripts have come. */
async function openPalette(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
}

test("the command palette jumps to a registered user with the keyboard alone", async ({ page }) => {
  await enter(page);
  const users = await sandbox.amp<{ id: number; name: string }[]>("/registered_users/");
  const user = users[0];
  await page.goto("/overview");
  await openPalette(page);
  await page.keyboard.type(user?.name ?? "");
  await expect(page.getByRole("option", { name: user?.name ?? "" }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: user?.name ?? "", level: 1 })).toBeVisible();
});

test("the command palette asks what the page would ask, from the page and from elsewhere", async ({
  page,
}) => {
  await enter(page);
  const [asset] = await sandbox.amp<{ asset_uuid: string; name: string; is_locked: boolean }[]>("/assets/");
  const words = assetSettingsText.lock[asset?.is_locked ? "unlock" : "lock"];
  const question = page.getByRole("dialog", { name: words.title(asset?.name ?? "") });
  const choose = async (command: string) => {
    await openPalette(page);
    await page.keyboard.type(command);
    await expect(page.getByRole("option", { name: command })).toBeVisible();
    await page.keyboard.press("Enter");
  };
  await page.goto(routes.assetSettings(asset?.asset_uuid ?? ""));
  await expect(page.getByRole("button", { name: words.confirm })).toBeVisible();
  await choose(words.confirm);
  await expect(question).toBeVisible();
  await page.goto(routes.activity(asset?.asset_uuid ?? ""));
  await expect(page.getByRole("table")).toBeVisible();
  await choose(shortcutsText.lock);
  await expect(question).toBeVisible();
});

test("the command palette has every button of the page, and n makes what the list is of", async ({
  page,
}) => {
  await enter(page);
  const [user] = await sandbox.amp<{ id: number; name: string }[]>("/registered_users/");
  await page.goto(routes.user(user?.id ?? 0));
  const { rename, gaids, archive } = usersText;
  await expect(page.getByRole("button", { name: archive.archive, exact: true })).toBeVisible();
  await openPalette(page);
  const dialog = page.getByRole("dialog");
  const option = (name: string) => dialog.getByRole("option", { name, exact: true });
  for (const name of [rename.open, gaids.add, archive.archive]) await expect(option(name)).toBeVisible();
  await dialog.getByRole("combobox").fill(archive.archive);
  await option(archive.archive).click();
  await expect(page.getByRole("dialog", { name: archive.archiveTitle(user?.name ?? "") })).toBeVisible();

  await page.goto(routes.categories);
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("n");
  await expect(page.getByRole("dialog", { name: categoriesText.add })).toBeVisible();
});
