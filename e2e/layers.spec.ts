import type { Page } from "@playwright/test";
import { assetSettingsText } from "@/lib/messages/asset-settings";
import { categoriesText } from "@/lib/messages/categories";
import { shellText } from "@/lib/messages/shell";
import { shortcutsText } from "@/lib/messages/shortcuts";
import { uiText } from "@/lib/messages/ui";
import { routes } from "@/lib/routes";
import { flawsAs, NARROW } from "./fixtures/axe";
import { twoAssets } from "./fixtures/managers";
import { enter, expect, test } from "./fixtures/test";

/** @returns the flaws of what `open` opens, which Escape closes */
async function flawsOnce(page: Page, what: string, open: () => Promise<void>): Promise<string[]> {
  await open();
  const flaws = await flawsAs(page, what);
  await page.keyboard.press("Escape");
  return flaws;
}

test("what opens above a page is accessible in light and dark, and fits a narrow screen", async ({
  page,
}) => {
  await enter(page);
  const [asset] = await twoAssets();
  const dialog = page.getByRole("dialog");
  const flaws: string[] = [];

  await page.goto(routes.assetSettings(asset.asset_uuid));
  const typed = async () => {
    await page.getByRole("button", { name: assetSettingsText.remove.action }).click();
    await dialog.getByLabel(uiText.confirm.type(asset.name)).fill(asset.name);
    await expect(dialog.getByRole("button", { name: assetSettingsText.remove.confirm })).toBeEnabled();
  };
  flaws.push(...(await flawsOnce(page, "typed confirmation", typed)));
  flaws.push(
    ...(await flawsOnce(page, "palette", async () => {
      await page.keyboard.press("Control+k");
      await dialog.getByRole("combobox").fill(asset.name);
      await expect(dialog.getByRole("option", { name: asset.name }).first()).toBeVisible();
    })),
  );

  await page.goto(routes.assets);
  const columns = async () => {
    await page.getByRole("button", { name: uiText.columns.button }).click();
    await expect(page.getByRole("group", { name: uiText.columns.legend })).toBeVisible();
  };
  flaws.push(...(await flawsOnce(page, "menu of columns", columns)));
  await page.setViewportSize({ width: NARROW, height: 900 });
  const sheet = async () => {
    await page.getByRole("button", { name: shellText.openNavigation }).click();
    await expect(page.getByRole("button", { name: shellText.closeNavigation })).toBeVisible();
  };
  flaws.push(...(await flawsOnce(page, "sheet with the navigation", sheet)));

  await page.goto(routes.addCategory); // with its question on the screen
  await expect(dialog.getByLabel(categoriesText.form.name)).toBeVisible();
  flaws.push(...(await flawsAs(page, "form in a dialog")));
  await dialog.getByRole("button", { name: uiText.close }).click();
  await expect(dialog).toBeHidden();
  const keys = async () => {
    await page.keyboard.press("?");
    await expect(dialog.getByText(shortcutsText.dialog.everywhere)).toBeVisible();
  };
  flaws.push(...(await flawsOnce(page, "keys", keys)));
  expect(flaws).toEqual([]);
});
