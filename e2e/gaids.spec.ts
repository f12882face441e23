import type { Page } from "@playwright/test";
import { gaidsText } from "@/lib/messages/gaids";
import { uiText } from "@/lib/messages/ui";
import { routes } from "@/lib/routes";
import { issueAsset } from "./fixtures/assets";
import { distribute, type Holder } from "./fixtures/holders";
import { sandbox } from "./fixtures/sandbox";
import { enter, expect, openReady, test, unique } from "./fixtures/test";

const { problems, balances, address } = gaidsText;

/** By the form, as the way to it leads. */
async function lookUp(page: Page, gaid: string): Promise<void> {
  await page.goto(routes.gaids);
  await page.getByLabel(gaidsText.field).fill(gaid);
  await page.getByRole("button", { name: gaidsText.submit }).click();
  await expect(page).toHaveURL((url) => url.pathname === routes.gaid(gaid.trim()));
}

const validations = async (gaid: string) => (await sandbox.callsTo(`/gaids/${gaid}/validate`)).length;

test("a GAID is looked up by the form or the address: whose it is, what it holds, and an address on request alone", async ({
  page,
}) => {
  const { assetUuid, name: asset } = await issueAsset();
  const [ada] = (await distribute(assetUuid, { [unique("Ada Berg")]: 60_050 })) as [Holder];
  await enter(page);
  await lookUp(page, ` ${ada.gaid} `);
  const table = page.getByRole("table", { name: balances.caption });
  const row = table.getByRole("row").filter({ hasText: asset });
  await expect(page.getByRole("link", { name: ada.name })).toBeVisible();
  await expect(row).toContainText("600.50");
  await expect(table.getByRole("row")).toHaveCount(1 + 1);
  expect(await sandbox.amp(`/gaids/${ada.gaid}/balance/${assetUuid}`)).toMatchObject({ balance: 60_050 });
  await row.getByRole("link", { name: balances.outputsOf(asset) }).click();
  await expect(page.getByRole("table", { name: "Unspent outputs" }).getByRole("row")).toHaveCount(1 + 1);

  const taken = () => sandbox.callsTo(`/gaids/${ada.gaid}/address`);
  const before = await taken();
  await openReady(page, routes.gaid(ada.gaid));
  await page.getByRole("button", { name: address.button }).click();
  const dialog = page.getByRole("dialog", { name: address.dialog });
  await expect(dialog.getByText(address.consequence)).toBeVisible();
  expect(await taken()).toEqual(before);
  await dialog.getByRole("button", { name: address.confirm }).dblclick();
  await expect(page.getByText(address.fresh)).toBeVisible();
  expect(await taken()).toHaveLength(before.length + 1);
  const shown = await page.getByRole("button", { name: uiText.copy(address.label) }).textContent();
  expect(await sandbox.rpc("validateaddress", [shown])).toMatchObject({ isvalid: true });

  await page.getByRole("link", { name: ada.name }).click();
  await expect(page.getByRole("heading", { name: ada.name, level: 1 })).toBeVisible();
});

test("what is no GAID is not asked of AMP, and a wallet that is unknown, nobody's or of another issuer says so", async ({
  page,
}) => {
  await enter(page);
  const wrong = "GA12short";
  await lookUp(page, wrong);
  await expect(page.getByText(problems.form.title)).toBeVisible();
  expect(await validations(wrong)).toBe(0);

  const mistyped = "GA114wqp9EXcPFELYrmgg2nmBpX4T";
  await lookUp(page, mistyped);
  await expect(page.getByText(problems.unknown.title)).toBeVisible();
  expect(await sandbox.amp(`/gaids/${mistyped}/validate`)).toMatchObject({ is_valid: false });
  await expect(page.getByRole("button", { name: address.button })).toHaveCount(0);

  const other = await sandbox.openAccount(unique("stranger").replace(" ", "-"));
  const theirs = { name: unique("Eve Frei"), is_company: false, GAID: await sandbox.newGaid() };
  await sandbox.ampAs(other, "/registered_users/add", theirs);
  for (const gaid of [theirs.GAID, await sandbox.newGaid()]) {
    await page.goto(routes.gaid(gaid));
    await expect(page.getByText(gaidsText.nobody)).toBeVisible();
    await expect(page.getByText(balances.none)).toBeVisible();
    await expect(page.getByText(theirs.name)).toHaveCount(0);
  }
});
