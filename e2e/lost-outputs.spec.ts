import type { Page } from "@playwright/test";
import { distributionsText } from "@/lib/messages/distributions";
import { lostOutputsText } from "@/lib/messages/lost-outputs";
import { overviewText } from "@/lib/messages/overview";
import { sandboxWalletsText } from "@/lib/messages/sandbox-wallets";
import { supplyText } from "@/lib/messages/supply";
import { watchText } from "@/lib/messages/watch";
import { routes } from "@/lib/routes";
import { assign, issueAsset } from "./fixtures/assets";
import { sandbox } from "./fixtures/sandbox";
import { enter, expect, openReady, test } from "./fixtures/test";

const { outside } = sandboxWalletsText;
const { acknowledge, kinds } = watchText;
const REASON = "The treasurer moved it by hand; AMP's support has the ticket.";

interface Lost {
  lost_outputs: { txid: string; vout: number }[];
  reissuance_lost_outputs: { txid: string; vout: number }[];
}

const lostAtAmp = (assetUuid: string) => sandbox.amp<Lost>(`/assets/${assetUuid}/lost-outputs`);

test("an output that the treasury moved outside of AMP is told everywhere, stops operations, and goes on only by a person's word", async ({
  page,
}) => {
  const { assetUuid, assetId, name } = await issueAsset();
  await assign(assetUuid, 1);
  await enter(page);
  await page.goto(routes.lostOutputs(assetUuid));
  await expect(page.getByText(lostOutputsText.none.title)).toBeVisible();
  await moveOutside(page, name);
  await sandbox.mine(1);
  const coins = await sandbox.rpc<{ txid: string; asset: string }[]>("listunspent");
  const [spentBy = ""] = coins.filter(({ asset }) => asset === assetId).map(({ txid }) => txid);
  const { lost_outputs, reissuance_lost_outputs } = await lostAtAmp(assetUuid);
  const [lost, ...others] = lost_outputs;
  expect([others, reissuance_lost_outputs]).toEqual([[], []]);
  const output = `${lost?.txid}:${lost?.vout}`;

  await lookAtTreasury(page, name, output);
  await seeOnOverview(page, name);
  await expect(page).toHaveURL((url) => url.pathname === routes.lostOutputs(assetUuid));
  await expect(page.getByText(lostOutputsText.found(1))).toBeVisible();
  await expect(page.getByText(lostOutputsText.stops)).toBeVisible();
  const row = page.getByRole("table", { name: lostOutputsText.caption }).getByRole("row").nth(1);
  await expect(row).toContainText("100,000.00"); // all of it lay in one
  for (const id of [output, spentBy]) await expect(row.getByRole("button", { name: id })).toBeVisible();
  await expect(row).toContainText(lostOutputsText.alerts.open);
  await expect(page.locator("pre")).toContainText(`asset ${output}, spent by ${spentBy}`);
  await seeStopped(page, assetUuid);

  await letGoOn(page, name);
  await page.goto(routes.lostOutputs(assetUuid));
  await expect(row).toContainText(lostOutputsText.alerts.acknowledged);
  // AMP itself still refuses, whatever a person of ours has said.
  await page.goto(routes.distributions(assetUuid));
  await expect(page.getByText(distributionsText.remedies.lostOutputs)).toBeVisible();
  await expect(page.getByText(watchText.remedy)).toHaveCount(0);
  await expect(page.getByRole("checkbox", { name: distributionsText.approval.approve })).toBeDisabled();
  expect((await lostAtAmp(assetUuid)).lost_outputs).toEqual([lost]);
});

/** As somebody with the node's wallet would, who tells AMP nothing. */
async function moveOutside(page: Page, asset: string): Promise<void> {
  await openReady(page, routes.sandboxWallets);
  await page.getByRole("button", { name: outside.button }).click();
  const dialog = page.getByRole("dialog", { name: outside.dialog });
  await expect(dialog.getByText(outside.warningTitle)).toBeVisible();
  await dialog.getByLabel(outside.wallet).selectOption("treasury");
  await dialog.getByLabel(outside.asset, { exact: true }).selectOption({ label: asset });
  await dialog.getByLabel(outside.amount).fill("12.50");
  const submit = dialog.getByRole("button", { name: outside.submit });
  await submit.click();
  await expect(dialog.getByText(outside.mustAgree)).toBeVisible();
  await dialog.getByRole("checkbox", { name: outside.agree }).check();
  await submit.click();
  await expect(page.getByText(outside.done)).toBeVisible();
}

/** The desk looks by itself every minute; a person need not wait. */
async function lookAtTreasury(page: Page, asset: string, output: string): Promise<void> {
  await openReady(page, routes.treasury);
  await page.getByRole("button", { name: watchText.lookNow }).click();
  const alert = alertOf(page, asset);
  await expect(alert).toContainText(kinds.moved.title);
  await expect(alert).toContainText(watchText.alerts.stops);
  await expect(alert.getByRole("button", { name: output })).toBeVisible();
}

const alertOf = (page: Page, asset: string) =>
  page
    .getByRole("region", { name: watchText.alerts.title })
    .getByRole("listitem")
    .filter({ hasText: `${asset}: ` });

async function seeOnOverview(page: Page, asset: string): Promise<void> {
  await page.goto(routes.overview);
  const told = page
    .getByRole("listitem")
    .filter({ hasText: overviewText.alerts.watch(kinds.moved.title, asset) });
  await expect(told).toContainText(kinds.moved.text);
  await told.getByRole("link", { name: overviewText.alerts.open }).click();
}

/** On the asset's page, for its distribution and for its supply. */
async function seeStopped(page: Page, assetUuid: string): Promise<void> {
  await page.goto(routes.asset(assetUuid));
  await expect(page.getByRole("alert").filter({ hasText: kinds.moved.title })).toBeVisible();
  await page.goto(routes.distributions(assetUuid));
  for (const words of [distributionsText.remedies.lostOutputs, watchText.remedy])
    await expect(page.getByText(words)).toBeVisible();
  await expect(page.getByRole("checkbox", { name: distributionsText.approval.approve })).toBeDisabled();
  await page.goto(routes.supply(assetUuid));
  await expect(page.getByText(supplyText.equation.lost(1))).toBeVisible();
}

async function letGoOn(page: Page, asset: string): Promise<void> {
  await openReady(page, routes.treasury);
  await alertOf(page, asset).getByRole("button", { name: acknowledge.button }).click();
  const dialog = page.getByRole("dialog", { name: acknowledge.title(kinds.moved.title) });
  await dialog.getByLabel(acknowledge.reason).fill("ok");
  await dialog.getByRole("button", { name: acknowledge.submit }).click();
  await expect(dialog.getByText(acknowledge.tooShort)).toBeVisible();
  await dialog.getByLabel(acknowledge.reason).fill(REASON);
  await dialog.getByRole("button", { name: acknowledge.submit }).click();
  await expect(dialog).toHaveCount(0);
  await expect(alertOf(page, asset)).toContainText(watchText.alerts.acknowledgedBy("issuer", REASON));
}
