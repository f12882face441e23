import fs from "node:fs";
import { assign, issueAsset } from "./fixtures/assets";
import { flawsOf } from "./fixtures/axe";
import { sandbox } from "./fixtures/sandbox";
import { enter, expect, test } from "./fixtures/test";

interface OrderFile {
  map_address_amount: Record<string, number>;
  map_address_asset: Record<string, string>;
}

/** What the official client tells its node. */
const pay = ({ map_address_amount: amounts, map_address_asset: assets }: OrderFile) =>
  sandbox.rpc<string>("sendmany", ["", amounts, 0, "", [], false, 1, "UNSET", assets]);

test("an order is run elsewhere: handed out as a file, its transaction attached, AMP told", async ({
  page,
}) => {
  const { assetUuid, name } = await issueAsset();
  await assign(assetUuid, 2);
  await enter(page);
  await page.goto(`/assets/${assetUuid}/distributions`);
  await page.getByRole("button", { name: "Order it, and run it elsewhere" }).click();
  const dialog = page.getByRole("dialog");
  const confirm = dialog.getByRole("button", { name: "Order it, and run it elsewhere" });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole("textbox").fill(name);
  await confirm.dblclick();
  await expect(page).toHaveURL(/distributions\/[0-9a-f-]{36}$/);

  const link = page.getByRole("link", { name: "Download AMP's order" });
  await expect(link).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("Nobody has downloaded it yet.")).toBeVisible();
  expect(await flawsOf(page)).toEqual([]);
  const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const order = JSON.parse(fs.readFileSync(await file.path(), "utf8")) as OrderFile;
  expect(Object.keys(order.map_address_amount)).toHaveLength(2);

  const field = page.getByLabel("Transaction id");
  await field.fill("abc");
  await page.getByRole("button", { name: "Compare and attach" }).click();
  await expect(page.getByText("A transaction id has 64 hexadecimal digits.")).toBeVisible();
  await field.fill("ab".repeat(32));
  await page.getByRole("button", { name: "Compare and attach" }).click();
  await expect(page.getByText("does not know it")).toBeVisible();
  await expect(field).toHaveValue("ab".repeat(32));
  const txid = await pay(order);
  await field.fill(txid);
  await page.getByRole("button", { name: "Compare and attach" }).click();
  await sandbox.mine(2);
  await expect(page.getByText("AMP has booked the distribution.")).toBeVisible({ timeout: 60_000 });
  const owners = await sandbox.amp<{ amount: number }[]>(`/assets/${assetUuid}/ownerships`);
  expect(owners.filter(({ amount }) => amount === 1_000)).toHaveLength(2);
});

test("an order that somebody else asked for is shown, taken over and paid once", async ({ page }) => {
  const { assetUuid } = await issueAsset();
  await assign(assetUuid, 1);
  const order = await sandbox.amp<OrderFile>(`/assets/${assetUuid}/distributions/create/`);
  await enter(page);
  await page.goto(`/assets/${assetUuid}/distributions`);
  await expect(page.getByText("Open orders that no operation carries out").first()).toBeVisible();
  expect(await flawsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Take it over" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Take it over" }).click();
  await expect(page).toHaveURL(/distributions\/[0-9a-f-]{36}$/);
  const txid = await pay(order);
  await page.getByLabel("Transaction id").fill(txid);
  await page.getByRole("button", { name: "Compare and attach" }).click();
  await sandbox.mine(2);
  await expect(page.getByText("AMP has booked the distribution.")).toBeVisible({ timeout: 60_000 });
});

test("AMP is told the blinders of the issuance, and shows them", async ({ page }) => {
  const { assetUuid } = await issueAsset();
  await enter(page);
  await page.goto(`/assets/${assetUuid}/supply`);
  await page.getByRole("link", { name: "Review the update" }).click();
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Update the blinders" }).dblclick();
  await expect(page).toHaveURL(/supply\/[0-9a-f-]{36}$/);
  await expect(page.getByText("AMP shows the blinders of every approved output.")).toBeVisible({
    timeout: 60_000,
  });
  expect(await flawsOf(page)).toEqual([]);
  const [issuance] = await sandbox.amp<{ outputs: { asset_blinder: string }[] }[]>(
    `/assets/${assetUuid}/txs`,
  );
  expect(issuance?.outputs.length).toBeGreaterThan(1);
  // Zeros stand for one that AMP was not told.
  for (const { asset_blinder } of issuance?.outputs ?? []) expect(asset_blinder).not.toMatch(/^0*$/);
});
