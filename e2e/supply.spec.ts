import type { Page, Route } from "@playwright/test";
import { issueAsset } from "./fixtures/assets";
import { sandbox } from "./fixtures/sandbox";
import { enter, expect, signIn, test } from "./fixtures/test";

test("an issuer reissues and burns, each once, and the supply adds up", async ({ page }) => {
  test.setTimeout(300_000);
  const { assetUuid, name } = await issueAsset();
  await enter(page);

  await page.goto(`/assets/${assetUuid}`);
  await page.getByRole("link", { name: "Supply", exact: true }).click();
  await expect(page.getByText("Both sides are equal.")).toBeVisible();
  await expect(page.getByText("100,000.00").first()).toBeVisible();
  await reissue(page);
  await seeSupply(page, assetUuid, "110,000.00", 1);
  await burn(page, assetUuid, name);
  await seeSupply(page, assetUuid, "109,000.00", 2);

  const summary = await sandbox.amp<Record<string, number>>(`/assets/${assetUuid}/summary`);
  expect(summary).toMatchObject({ issued: 10_000_000, reissued: 1_000_000, burned: 100_000 });
});

/** Wrong input first, then a supply that changed since it was looked at, then a double click. */
async function reissue(page: Page): Promise<void> {
  const amount = page.getByLabel("Amount to reissue");
  const review = page.getByRole("button", { name: "Review the reissuance" });
  for (const [typed, text] of [
    ["1.234", "At most 2 decimals."],
    ["many", "Enter digits"],
    ["0", "The amount must be more than zero."],
  ] as const) {
    await amount.fill(typed);
    await review.click();
    await expect(page.getByText(text).first()).toBeVisible();
    await expect(amount).toHaveValue(typed);
  }
  await amount.fill("10000");
  await expect(page.getByText("= 1,000,000 sats")).toBeVisible();

  await review.click();
  await page.getByRole("button", { name: "Change the amount" }).click();
  await expect(amount).toHaveValue("10000");

  await page.route("**/supply-preview?*", showOldFingerprint, { times: 1 });
  await review.click();
  await expect(page.getByText("Everything is ready.")).toBeVisible();
  await expect(page.getByText("110,000.00")).toBeVisible();

  const confirm = page.getByLabel("Type the amount 10,000.00 to confirm");
  const start = page.getByRole("button", { name: "Start the reissuance" });
  await expect(start).toBeDisabled();
  await confirm.fill("1000");
  await confirm.blur();
  await expect(page.getByText("This does not read 10,000.00.")).toBeVisible();
  await expect(start).toBeDisabled();
  await confirm.fill("10,000.00");
  await start.click();
  await expect(page.getByText("changed since you looked. Nothing was started")).toBeVisible();
  await expect(confirm).toHaveValue("");
  await expect(start).toBeDisabled();

  await confirm.fill("10000");
  await start.dblclick();
  await expect(page).toHaveURL(/supply\/[0-9a-f-]{36}$/);
  await page.reload(); // in the middle of it
  await expect(page.getByText("AMP has booked the reissuance.")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("2 of 2 confirmations")).toBeVisible();
  await expect(page.getByText("1 output to spend from")).toBeVisible();
}

/** What a person would have been shown before somebody else changed the supply. */
async function showOldFingerprint(route: Route): Promise<void> {
  const response = await route.fetch();
  const body = (await response.text()).replace(/("intentHash":")[0-9a-f]{64}/, `$1${"0".repeat(64)}`);
  await route.fulfill({ response, body });
}

async function burn(page: Page, assetUuid: string, name: string): Promise<void> {
  await page.getByLabel("Amount to burn").fill("1000");
  await page.getByRole("button", { name: "Review the burn" }).click();
  await expect(page.getByText("they are gone for good")).toBeVisible();
  await expect(page.getByText("Everything is ready.")).toBeVisible();
  const start = page.getByRole("button", { name: "Burn for good" });
  await expect(start).toBeDisabled();
  await page.getByLabel(`Type ${name} to confirm`).fill(name);

  const told: string[] = [];
  page.on("response", async (response) => {
    if (response.url().includes("/api/operations/")) told.push(await response.text().catch(() => ""));
  });
  await start.click();
  await expect(page).toHaveURL(/supply\/[0-9a-f-]{36}$/);
  await expect(page.getByText("AMP has booked the burn.")).toBeVisible({ timeout: 60_000 });

  // The page followed it live, and never got the transaction that anybody could have broadcast.
  const txids = () => told.flatMap((body) => /"txid":"([0-9a-f]{64})"/.exec(body)?.[1] ?? []);
  await expect.poll(txids).not.toEqual([]);
  expect(told.some((body) => body.includes(assetUuid))).toBe(true);
  const { hex } = await sandbox.rpc<{ hex: string }>("gettransaction", [txids().at(-1)]);
  expect(hex.length).toBeGreaterThan(200);
  for (const body of told) {
    expect(body).not.toContain(hex.slice(0, 120));
    expect(body).not.toContain("signedHex");
  }
}

async function seeSupply(page: Page, assetUuid: string, supply: string, operations: number): Promise<void> {
  await page.getByRole("link", { name: "See the supply" }).click();
  await expect(page).toHaveURL(new RegExp(`${assetUuid}/supply$`));
  await expect(page.getByText("Both sides are equal.")).toBeVisible();
  await expect(page.getByText(supply).first()).toBeVisible();
  const history = page.getByRole("table", { name: "Supply operations run from this desk" });
  await expect(history.getByRole("row").filter({ hasText: "Done" })).toHaveCount(operations);
}

test("an asset without a reissuance token says why it cannot be reissued", async ({ page }) => {
  const assets = await sandbox.amp<{ asset_uuid: string; name: string }[]>("/assets/");
  const bond = assets.find((asset) => asset.name === "Harbour Bond 2031");
  await enter(page);
  await page.goto(`/assets/${bond?.asset_uuid}/supply`);
  await expect(page.getByText("This asset cannot be reissued")).toBeVisible();
  await expect(page.getByText("issued without a reissuance token")).toBeVisible();
  await expect(page.getByLabel("Amount to reissue")).toHaveCount(0);
  await expect(page.getByLabel("Amount to burn")).toBeVisible();
});

test("more than the treasury holds is not burned, and the field says what to do", async ({ page }) => {
  const { assetUuid } = await issueAsset();
  await enter(page);
  await page.goto(`/assets/${assetUuid}/supply`);
  const amount = page.getByLabel("Amount to burn");
  const words = page.getByText("Delete assignments or enter a smaller amount.");
  await amount.fill("100000.01");
  await amount.blur();
  await expect(words).toBeVisible();
  await expect(amount).toHaveAttribute("aria-invalid", "true");

  // Typed anew it says nothing until it is looked at anew; sent, it does not get to the review.
  await amount.fill("100000.02");
  await expect(words).toHaveCount(0);
  await page.getByRole("button", { name: "Review the burn" }).click();
  await expect(words).toBeVisible();
  await expect(amount).toHaveValue("100000.02");
  await expect(page.getByRole("button", { name: "Burn for good" })).toHaveCount(0);
  await amount.fill("100000");
  await page.getByRole("button", { name: "Review the burn" }).click();
  await expect(page.getByRole("button", { name: "Burn for good" })).toBeVisible();
});

test("a manager is shown no supply page", async ({ page }) => {
  const [manager] = await sandbox.amp<{ assets: string[] }[]>("/managers");
  const granted = manager?.assets[0];
  await signIn(page, "manager");
  await page.goto(`/assets/${granted}`);
  await expect(page.getByRole("link", { name: "Activity", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Supply", exact: true })).toHaveCount(0);
  await page.goto(`/assets/${granted}/supply`);
  await expect(page.getByText("Only the issuer may do that.")).toBeVisible();
});
