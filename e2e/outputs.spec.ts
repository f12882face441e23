import type { Locator } from "@playwright/test";
import { issueAsset } from "./fixtures/assets";
import { distribute, type Holder } from "./fixtures/holders";
import { sandbox } from "./fixtures/sandbox";
import { enter, expect, test, unique } from "./fixtures/test";

test("an output is blacklisted, stands apart in the ownership, and is taken off again", async ({ page }) => {
  const { assetUuid, name } = await issueAsset({ isRestricted: true });
  const shares = { [unique("Ada Berg")]: 60_000, [unique("Ben Frei")]: 40_000 };
  const [ada, ben] = (await distribute(assetUuid, shares)) as [Holder, Holder];
  const pay = () => sandbox.send(ada.gaid, assetUuid, { [ben.gaid]: 100 });
  await enter(page);
  await page.goto(`/assets/${assetUuid}/utxos`);
  const outputs = page.getByRole("table", { name: "Unspent outputs" });
  await expect(rowOf(outputs, "Treasury").getByRole("checkbox")).toHaveCount(0);
  await rowOf(outputs, ada.name).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Blacklist 1" }).click();
  const ask = page.getByRole("dialog", { name: "Blacklist 1 output?" });
  await expect(ask.getByRole("list", { name: "Owners" })).toContainText(ada.name);
  await expect(ask).toContainText("600.00 can no longer be moved");
  await expect(ask).toContainText("The holder keeps the units and cannot send them");
  await expect(ask).toContainText("They still count in the supply on the chain and in the holder's balance");
  await confirmWith(ask, name, "Blacklist");
  await expect(rowOf(outputs, ada.name)).toContainText("Blacklisted");
  await expect(rowOf(outputs, ben.name)).toContainText("Can be spent");
  expect(await blacklistedAtAmp(assetUuid)).toEqual([ada.gaid]);
  await expect(pay()).rejects.toThrow("blacklisted");

  await page.goto(`/assets/${assetUuid}/ownership`);
  await expect(page.getByRole("img", { name: /The parts of the supply/ })).toHaveAccessibleName(
    /Treasury 99\.00%, Holders, free to move 0\.40%, Blacklisted 0\.60%/,
  );
  const owners = page.getByRole("table", { name: "Owners" });
  await expect(rowOf(owners, ada.name).getByRole("cell", { name: "600.00" })).toHaveCount(2); // all of hers
  await expect(rowOf(owners, ben.name).getByRole("cell", { name: "0.00", exact: true })).toHaveCount(1);
  await page.getByRole("link", { name: "See the blacklisted outputs" }).click();
  await expect(page).toHaveURL(/utxos\?state=blacklisted/);
  await expect(outputs.getByRole("row")).toHaveCount(1 + 1);
  await rowOf(outputs, ada.name).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Take 1 off the blacklist" }).click();
  const undo = page.getByRole("dialog", { name: "Take 1 output off the blacklist?" });
  await expect(undo).toContainText("Whoever has the keys of the wallet can send these units from now on.");
  await confirmWith(undo, name, "Take off the blacklist");
  await expect(page.getByText("No output fits the search and filters")).toBeVisible();
  expect(await blacklistedAtAmp(assetUuid)).toEqual([]);
  await pay();
});

async function confirmWith(dialog: Locator, name: string, verb: string): Promise<void> {
  const button = dialog.getByRole("button", { name: verb, exact: true });
  await expect(button).toBeDisabled();
  await dialog.getByLabel(`Type ${name} to confirm`).fill(name);
  await button.click();
  await expect(dialog).toBeHidden();
}

async function blacklistedAtAmp(assetUuid: string): Promise<string[]> {
  const rows = await sandbox.amp<{ gaid: string; blacklisted: boolean }[]>(`/assets/${assetUuid}/utxos`);
  return rows.filter((row) => row.blacklisted).map(({ gaid }) => gaid);
}

const rowOf = (table: Locator, text: string) => table.getByRole("row").filter({ hasText: text });
