import type { Page } from "@playwright/test";
import { enter, expect, test } from "./fixtures/test";

const scrolled = (page: Page) => page.evaluate(() => Math.round(window.scrollY));

test("a page opened from one that is scrolled a little stands at its top on a phone, and Back finds the place again", async ({
  page,
}) => {
  await enter(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/assets");
  const asset = page.locator("main tbody a[href^='/assets/']").first();
  await expect(asset).toBeVisible();
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => window.scrollTo(0, 120));
  await expect(asset).toBeInViewport();
  await asset.click();

  await expect(page.getByRole("navigation", { name: "You are here" })).toBeVisible();
  await expect(page).toHaveURL(/\/assets\/[0-9a-f-]{36}$/);
  await expect.poll(() => scrolled(page)).toBe(0);
  await page.goBack();
  await expect(asset).toBeVisible();
  await expect.poll(() => scrolled(page)).toBe(120);

  // From one page of the asset to another as well.
  await page.goForward();
  await expect(page).toHaveURL(/\/assets\/[0-9a-f-]{36}$/);
  // What comes forward may still be on its way, and puts its own place back when it has come.
  await expect
    .poll(async () => {
      await page.evaluate(() => window.scrollTo(0, 60));
      return scrolled(page);
    })
    .toBe(60);
  await page.getByRole("link", { name: "Activity", exact: true }).click();
  await expect(page).toHaveURL(/\/activity$/);
  await expect.poll(() => scrolled(page)).toBe(0);
});
