import type { Page } from "@playwright/test";
import { issueAsset } from "./fixtures/assets";
import { distribute, type Holder } from "./fixtures/holders";
import { sandbox } from "./fixtures/sandbox";
import { expect, signIn, test, unique } from "./fixtures/test";

interface Activity {
  type: string;
  txid: string;
  blockheight: number;
}
interface Side {
  amount_blinder: string;
  asset_blinder: string;
}

/** An issuance, a distribution to two and a payment between them; nobody changes anything here. */
interface World {
  assetUuid: string;
  name: string;
  ben: Holder;
  activities: Activity[];
}

let world: World;
test.beforeAll(async () => {
  const { assetUuid, name } = await issueAsset();
  const shares = { [unique("Ada Berg")]: 65_000, [unique("Ben Frei")]: 35_000 };
  const [ada, ben] = (await distribute(assetUuid, shares)) as [Holder, Holder];
  await sandbox.send(ada.gaid, assetUuid, { [ben.gaid]: 5_000 });
  await sandbox.mine(1);
  const activities = await sandbox.amp<Activity[]>(`/assets/${assetUuid}/activities`);
  world = { assetUuid, name, ben, activities };
});

test("what activities are filtered by stays in the address through a reload, a look at one and the way back", async ({
  page,
}) => {
  const { assetUuid, ben, activities } = world;
  const sent = activities.find(({ type }) => type === "transfer") as Activity;
  await signIn(page, "issuer");
  await page.goto(`/assets/${assetUuid}/activity`);
  const rows = page.getByRole("table", { name: "Movements" }).getByRole("row");
  await expect(rows).toHaveCount(1 + activities.length);
  const type = page.getByRole("combobox", { name: "Type" });
  await type.selectOption("Transfer");
  await expect(page).toHaveURL(/type=transfer/);
  await page.getByRole("searchbox", { name: "Search" }).fill(ben.name);
  await expect(page).toHaveURL((url) => url.searchParams.get("q") === ben.name);
  await expect(rows).toHaveCount(1 + 1);
  const filtered = page.url();

  await page.reload();
  await expect(type).toHaveValue("transfer");
  await expect(rows.last()).toContainText(/Transfer.*50\.00/);
  await rows.last().getByRole("link", { name: "Transaction" }).click();
  await expect(page).toHaveURL(new RegExp(`transactions/${sent.txid}$`));
  await page.goBack();
  await expect(page).toHaveURL(filtered);
  await expect(type).toHaveValue("transfer");
  await expect(page.getByRole("searchbox", { name: "Search" })).toHaveValue(ben.name);
  await expect(rows).toHaveCount(1 + 1);

  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(rows).toHaveCount(1 + activities.length);
  await page.getByLabel("From block").fill(String(sent.blockheight + 1));
  await expect(page.getByText("Nothing moved that fits the filters")).toBeVisible();
});

test("transactions go on to the next page and back, and a reload stays on it", async ({ page }) => {
  const { assetUuid, activities } = world;
  const txids = [...new Set(activities.map(({ txid }) => txid))];
  await signIn(page, "issuer");
  await page.goto(`/assets/${assetUuid}/transactions?limit=2&sort=blockheight`);
  const shown = page.getByRole("table", { name: "Transactions" }).locator("a[title]");
  const isShown = (wanted: string[]) =>
    expect
      .poll(() => shown.evaluateAll((links) => links.map((link) => link.getAttribute("title"))))
      .toEqual(wanted);
  const ordered = (
    await sandbox.amp<{ txid: string }[]>(`/assets/${assetUuid}/txs?sortcolumn=blockheight`)
  ).map(({ txid }) => txid);
  expect([...ordered].sort()).toEqual([...txids].sort());
  await isShown(ordered.slice(0, 2));
  await page.getByRole("link", { name: "Next page" }).click();
  await expect(page).toHaveURL(/cursor=/);
  await isShown(ordered.slice(2));
  await page.reload();
  await isShown(ordered.slice(2));
  await expect(page.getByRole("link", { name: "Next page" })).toHaveCount(0);
  await page.goBack();
  await isShown(ordered.slice(0, 2));
  await page.getByRole("combobox", { name: "Type" }).selectOption("Distribution");
  await expect(page).toHaveURL((url) => url.search === "?type=distribution&sort=blockheight&limit=2");
  await isShown([activities.find(({ type }) => type === "distribution")?.txid ?? ""]);
});

test("blinders are on no page until somebody asks, who is written down, and their link says what it gives away", async ({
  page,
  context,
}) => {
  const { assetUuid, name, activities } = world;
  const txid = activities.find(({ type }) => type === "distribution")?.txid ?? "";
  const { inputs, outputs } = await sandbox.amp<{ inputs: Side[]; outputs: Side[] }>(
    `/assets/${assetUuid}/txs/${txid}`,
  );
  const blinders = [...outputs, ...inputs]
    .flatMap((side) => [side.amount_blinder, side.asset_blinder])
    .filter((blinder) => !/^0+$/.test(blinder)); // of the issuance, which hides nothing
  expect(blinders.length).toBeGreaterThanOrEqual(outputs.length * 2);
  const foundIn = (text: string) => blinders.filter((blinder) => text.includes(blinder));

  // Testnet is the same sandbox here, and has an explorer.
  await signIn(page, "issuer", "Testnet");
  const path = `/assets/${assetUuid}/transactions/${txid}`;
  await page.goto(path);
  const reveal = page.getByRole("button", { name: "Reveal the blinders" });
  await expect(reveal).toBeVisible();
  for (const asked of [path, `/assets/${assetUuid}/transactions`, `/assets/${assetUuid}/activity`]) {
    const html = await (await page.request.get(asked)).text();
    expect(html).toContain(txid);
    expect(foundIn(html)).toEqual([]);
  }
  expect(foundIn(await page.content())).toEqual([]);

  await reveal.click();
  const dialog = page.getByRole("dialog", { name: "Reveal the blinders of this transaction?" });
  await expect(dialog).toContainText("for ever");
  await expect(dialog).toContainText("the audit log keeps that you looked");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect(foundIn(await page.content())).toEqual([]);
  expect(await looks(page, name)).toEqual([]);

  await page.goto(path);
  await reveal.click();
  const asked = Date.now();
  await dialog.getByRole("button", { name: "Reveal the blinders" }).click();
  await expect(page.getByText("The blinders are shown.")).toBeVisible();
  expect(foundIn(await page.content())).toEqual(blinders);

  await expect(page.locator('a[href*="blinded="]')).toHaveCount(0);
  await page.getByRole("button", { name: "Open unblinded …" }).click();
  const warning = page.getByRole("dialog", { name: "Open the amounts in the explorer?" });
  await expect(warning).toContainText("whoever you send it to sees the amounts too, for ever");
  await context.route("https://blockstream.info/**", (route) => route.fulfill({ body: "the explorer" }));
  const [explorer] = await Promise.all([
    page.waitForEvent("popup"),
    warning.getByRole("link", { name: "Open the explorer" }).click(),
  ]);
  await explorer.waitForURL(new RegExp(`/tx/${txid}#blinded=.*${blinders[0]}`));
  await explorer.close();

  await page.reload();
  await expect(reveal).toBeVisible();
  expect(foundIn(await page.content())).toEqual([]);
  const [look, ...others] = await looks(page, name);
  expect(others).toEqual([]);
  expect(look?.text).toContain("issuer");
  expect(Math.abs(Date.parse(look?.at ?? "") - asked)).toBeLessThan(60_000);
});

/** Who looked at blinders of an asset, and when, as the audit log tells. */
async function looks(page: Page, asset: string): Promise<{ text: string; at: string }[]> {
  await page.goto("/audit?kind=transaction");
  await expect(page.getByRole("searchbox", { name: "Search" })).toBeVisible();
  const rows = page.getByRole("row").filter({ hasText: asset }).filter({ hasText: "Looked at the blinders" });
  return rows.evaluateAll((found) =>
    found.map((row) => ({
      text: row.textContent ?? "",
      at: row.querySelector("time")?.getAttribute("datetime") ?? "",
    })),
  );
}
