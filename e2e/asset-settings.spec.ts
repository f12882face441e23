import fs from "node:fs";
import type { Page } from "@playwright/test";
import { assign, issueAsset } from "./fixtures/assets";
import { sandbox } from "./fixtures/sandbox";
import { enter, expect, test, unique } from "./fixtures/test";

interface Asset {
  is_locked: boolean;
  is_registered: boolean;
}

const ofAsset = (assetUuid: string) => sandbox.amp<Asset>(`/assets/${assetUuid}`);

test("an asset's memo, treasury addresses and lock are set, each after its consequence, and it is deleted last", async ({
  page,
}) => {
  const { assetUuid, name } = await issueAsset();
  await assign(assetUuid, 1);
  await enter(page);
  await page.goto(`/assets/${assetUuid}/settings`);

  await page.getByLabel("Memo").fill("Board approval of 1 March");
  await page.getByRole("button", { name: "Save the memo" }).click();
  await expect(page.getByText("The memo is saved.")).toBeVisible();
  expect(await sandbox.amp<string>(`/assets/${assetUuid}/memo`)).toBe("Board approval of 1 March");
  await addAddresses(page, assetUuid);

  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Lock the asset" }).click();
  const reach = dialog.getByRole("region", { name: "Whom it concerns" });
  await expect(reach).toContainText("Open assignments110.00");
  await expect(reach).toContainText("Holding accounts0");
  await dialog.getByRole("button", { name: "Lock the asset" }).click();
  await expect(page.getByText("This asset is locked: every transfer is rejected")).toBeVisible();
  expect((await ofAsset(assetUuid)).is_locked).toBe(true);
  await page.getByRole("button", { name: "Unlock the asset" }).click();
  await dialog.getByRole("button", { name: "Unlock the asset" }).click();
  await expect(page.getByText("This asset is locked: every transfer is rejected")).toHaveCount(0);
  expect((await ofAsset(assetUuid)).is_locked).toBe(false);

  await page.getByRole("button", { name: "Delete the asset" }).click();
  for (const words of ["AMP knows no way back.", "Nothing is burned.", "lock it instead"])
    await expect(dialog.getByText(words)).toBeVisible();
  const confirm = dialog.getByRole("button", { name: "Delete it in AMP" });
  await expect(confirm).toBeDisabled();
  await dialog.getByLabel(`Type ${name} to confirm`).fill(name);
  await confirm.click();
  await expect(page.getByRole("heading", { name: "Assets", level: 1 })).toBeVisible();
  await expect(page.getByText("Its tokens stay on Liquid.")).toBeVisible();
  await expect(ofAsset(assetUuid)).rejects.toThrow("404");
});

/** One that is none, one of somebody else, which needs a second word, and one of the treasury's own. */
async function addAddresses(page: Page, assetUuid: string): Promise<void> {
  const known = () => sandbox.amp<string[]>(`/assets/${assetUuid}/treasury-addresses`);
  const before = await known();
  const field = page.getByLabel("Addresses to add");
  const add = page.getByRole("button", { name: "Add addresses" });
  await field.fill("ex1qnothing");
  await add.click();
  await expect(page.getByText("ex1qnothing: This is no Liquid address.")).toBeVisible();

  const { address: foreign } = await sandbox.amp<{ address: string }>(
    `/gaids/${await sandbox.newGaid()}/address`,
  );
  await field.fill(foreign);
  await add.click();
  await expect(page.getByText("The desk does not see that these addresses are yours.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add them all the same" })).toBeVisible();
  expect(await known()).toEqual(before);

  const own = await sandbox.rpc<string>("getnewaddress");
  await field.fill(own);
  await add.click();
  await expect(page.getByRole("button", { name: `Copy treasury address ${own}` })).toBeVisible();
  await expect(field).toHaveValue("");
  expect([...(await known())].sort()).toEqual([...before, own].sort());
}

/** Of the generator of the curve: any point is a public key. */
const PUBKEY = "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";

test("the registry's helper shows the exact file, finds the byte that differs, and registers", async ({
  page,
}) => {
  const label = unique("harbour").replaceAll(" ", "-");
  const domain = `${label}.example`;
  const { assetUuid, assetId } = await issueAsset({ registry: { domain, ticker: "HRB", pubkey: PUBKEY } });
  const fileName = `liquid-asset-proof-${assetId}`;
  const content = `Authorize linking the domain name ${domain} to the Liquid asset ${assetId}`;
  await enter(page);
  await page.goto(`/assets/${assetUuid}/settings`);
  for (const [what, value] of [
    ["file name", fileName],
    ["content", content],
    ["address", `https://${domain}/.well-known/${fileName}`],
  ])
    await expect(page.getByRole("button", { name: `Copy ${what} ${value}`, exact: true })).toBeVisible();
  const download = page.getByRole("link", { name: "Download the file" });
  const [file] = await Promise.all([page.waitForEvent("download"), download.click()]);
  expect(file.suggestedFilename()).toBe(fileName);
  expect(fs.readFileSync(await file.path(), "utf8")).toBe(content);

  const check = page.getByRole("button", { name: "Check now" });
  await check.click();
  await expect(page.getByText("The site answers 404 instead of the file.")).toBeVisible();
  const serve = (text: string) => sandbox.publish(domain, `.well-known/${fileName}`, text);
  await serve(`\ufeff${content}`);
  await check.click();
  await expect(page.getByText("It begins with a byte order mark (EF BB BF)")).toBeVisible();
  const difference = page.getByRole("table", { name: "First difference at byte 0" });
  await expect(difference.getByRole("row", { name: /Expected/ })).toContainText("41 75 74 68");
  await expect(difference.getByRole("row", { name: /Found/ })).toContainText("ef bb bf 41");
  await serve(content.replace("linking", "Linking"));
  await check.click();
  await expect(page.getByRole("table", { name: "First difference at byte 10" })).toBeVisible();

  const register = page.getByRole("button", { name: "Register", exact: true });
  await register.click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("The registry will most likely refuse.")).toBeVisible();
  await dialog.getByRole("button", { name: "Register", exact: true }).click();
  await expect(dialog.getByText("verification page contents mismatch")).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect((await ofAsset(assetUuid)).is_registered).toBe(false);

  await serve(content);
  await check.click();
  await expect(page.getByText("The file is in order.")).toBeVisible();
  await register.click();
  await dialog.getByRole("button", { name: "Register", exact: true }).click();
  await expect(page.getByText(`Registered: wallets show this asset as one of ${domain}.`)).toBeVisible();
  expect((await ofAsset(assetUuid)).is_registered).toBe(true);
});
