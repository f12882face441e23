import type { Page } from "@playwright/test";
import { ampDistributionsText } from "@/lib/messages/amp-distributions";
import { distributionsText } from "@/lib/messages/distributions";
import { shellText } from "@/lib/messages/shell";
import { uiText } from "@/lib/messages/ui";
import { routes } from "@/lib/routes";
import { issueAsset } from "./fixtures/assets";
import { distribute } from "./fixtures/holders";
import { sandbox } from "./fixtures/sandbox";
import { enter, expect, test, unique } from "./fixtures/test";

const { columns, recipients } = ampDistributionsText;

interface AmpDistribution {
  distribution_uuid: string;
  distribution_status: string;
  transactions: { txid: string; assignments: { registered_user: number; amount: number; vout: number }[] }[];
}

const search = (page: Page) => page.getByRole("searchbox", { name: uiText.filters.search });
const list = (page: Page) => page.getByRole("table", { name: ampDistributionsText.title });

test("what AMP has booked stands in one list, is sorted and found, and each distribution names whom it paid", async ({
  page,
}) => {
  const { assetUuid } = await issueAsset();
  const [ada, bo, cy] = [unique("Ada Kern"), unique("Bo Lind"), unique("Cy Frei")] as const;
  await distribute(assetUuid, { [ada]: 60_000, [bo]: 40_050 });
  await distribute(assetUuid, { [cy]: 700 });
  const booked = await sandbox.amp<AmpDistribution[]>(`/assets/${assetUuid}/distributions`);
  const paid = (users: number) => {
    const found = booked.find(({ transactions }) => transactions[0]?.assignments.length === users);
    const [transaction] = found?.transactions ?? [];
    if (!found || !transaction) throw new Error("AMP has no such distribution.");
    return { ...transaction, uuid: found.distribution_uuid };
  };
  const [two, one] = [paid(2), paid(1)];
  expect(booked).toHaveLength(2);

  await enter(page);
  await page.goto(routes.ampDistributions(assetUuid));
  const back = page.getByRole("link", { name: distributionsText.title, exact: true }).last();
  expect((await back.boundingBox())?.width).toBeLessThan(200); // at the start of its line, not amid it
  const rows = list(page).locator("tbody").getByRole("row");
  await expect(rows).toHaveText([/1\s*7\.00/, /2\s*1,000\.50/]); // the newest first
  for (const words of [ampDistributionsText.statuses.CONFIRMED, ampDistributionsText.elsewhere])
    for (const row of [0, 1]) await expect(rows.nth(row)).toContainText(words);
  await list(page).getByRole("link", { name: columns.amount }).click();
  await expect(rows).toHaveText([/1,000\.50/, /7\.00/]);
  await search(page).fill(one.txid);
  await expect(rows).toHaveText([/7\.00/]);
  await page.getByRole("combobox", { name: columns.run }).selectOption(ampDistributionsText.runs.here);
  await expect(page.getByText(ampDistributionsText.filtered)).toBeVisible();
  await page.getByRole("combobox", { name: columns.run }).selectOption(ampDistributionsText.runs.elsewhere);
  await search(page).fill(two.uuid);
  await expect(rows).toHaveText([/1,000\.50/]);
  await rows.getByRole("rowheader").getByRole("link").click();

  await expect(page).toHaveURL((url) => url.pathname === routes.ampDistribution(assetUuid, two.uuid));
  await expect(page.getByText(recipients.lead(2))).toBeVisible();
  const people = page.getByRole("table", { name: recipients.title });
  for (const [name, sats, units] of [
    [ada, 60_000, "600.00"],
    [bo, 40_050, "400.50"],
  ] as const) {
    const { vout } = two.assignments.find(({ amount }) => amount === sats) ?? {};
    const row = people.getByRole("row").filter({ hasText: name });
    await expect(row.getByRole("cell")).toHaveText([units, new RegExp(two.txid.slice(0, 8)), String(vout)]);
  }
  await search(page).fill(bo);
  await expect(people.getByRole("rowheader")).toHaveText([bo]);
  await page.getByRole("link", { name: ampDistributionsText.all }).click();
  await expect(rows).toHaveCount(2);

  await page.goto(routes.ampDistribution(assetUuid, crypto.randomUUID()));
  await expect(page.getByRole("heading", { name: shellText.errors.notFoundTitle })).toBeVisible();
});
