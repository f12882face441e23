import type { Browser, Page } from "@playwright/test";
import { shortenMiddle } from "@/lib/format/ids";
import { assignmentsText } from "@/lib/messages/assignments";
import { investText } from "@/lib/messages/invest";
import { investErrorsText } from "@/lib/messages/invest-errors";
import { chainTasksText, holdingsText } from "@/lib/messages/invest-pages";
import { requestsText } from "@/lib/messages/requests";
import { issueAsset } from "./fixtures/assets";
import { assignByHand } from "./fixtures/assignments";
import { flawsOf } from "./fixtures/axe";
import { chain } from "./fixtures/chain";
import {
  act,
  bindAmpId,
  expectState,
  type Investor,
  newInvestor,
  openPortal,
  saveEmail,
  signInWallet,
  verify,
} from "./fixtures/portal";
import { sandbox } from "./fixtures/sandbox";
import { expect, signIn, test, unique } from "./fixtures/test";

const { approval, decline, person } = requestsText;

test("investors come by an issuer's link: one is accepted, on the chain and at AMP, another one is told why not", async ({
  browser,
  page,
}) => {
  test.setTimeout(300_000);
  const { assetUuid, name: asset } = await issueAsset({ isRestricted: true });
  const category = unique("Accredited");
  const { id } = await sandbox.amp<{ id: number }>("/categories/add", { name: category });
  await sandbox.amp(`/categories/${id}/assets/${assetUuid}/add`, undefined, "PUT");
  await signIn(page, "issuer");
  const link = await openPortal(page, category);

  const name = unique("Ada Berg");
  const ada = await apply(browser, link, name);
  await openRequest(page, ada);
  await expect(page.getByText(name)).toBeHidden();
  await page.getByRole("button", { name: person.open }).click();
  await expect(page.getByText(name)).toBeVisible();
  await expect(page.getByText("ada@example.com")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: asset })).toContainText(approval.eligible);
  expect(await flawsOf(page)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath("request-wide.png"), fullPage: true });
  await page.getByRole("button", { name: approval.approve, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: approval.approveTitle });
  await expect(dialog).toContainText(category);
  await dialog.getByRole("button", { name: approval.confirm }).click();
  await expect(page.getByText(requestsText.states.approved, { exact: true }).first()).toBeVisible();

  await expectState(ada.page, "accepted");
  await expect(ada.page.getByRole("link", { name: investText.nav.holdings, exact: true })).toBeVisible();
  if (chain)
    await expect(ada.page.getByRole("region", { name: investText.card.progressOnChain })).toContainText(
      chainTasksText.states.confirmed,
    );
  // Whoever is eligible is offered without a word on what is missing.
  const offered = await assignByHand(page, assetUuid, name, "10");
  expect(offered).not.toContain(assignmentsText.form.notEligible);
  await ada.page.getByRole("link", { name: investText.nav.holdings, exact: true }).click();
  await expect(ada.page.getByText(asset)).toBeVisible();
  await expect(ada.page.getByText(holdingsText.vesting)).toBeVisible();
  expect(await flawsOf(ada.page)).toEqual([]);
  await ada.page.screenshot({ path: test.info().outputPath("holdings-wide.png"), fullPage: true });
  await ada.context.close();

  const ben = await apply(browser, link, unique("Ben Frei"));
  await openRequest(page, ben);
  const reason = "The prospectus is for residents of another country.";
  await page.getByRole("button", { name: decline.open }).click();
  await page.getByRole("textbox", { name: decline.reason }).fill(reason);
  await page.getByRole("button", { name: decline.submit }).click();
  await expect(page.getByText(requestsText.states.declined, { exact: true }).first()).toBeVisible();
  await expectState(ben.page, "request-declined");
  await expect(ben.page.getByText(reason)).toBeVisible();
  await ben.context.close();
});

/** From the link to a request that waits for the issuer, and the wallet on the issuer's contract. */
async function apply(browser: Browser, link: string, name: string): Promise<Investor> {
  const investor = await newInvestor(browser);
  const { page, wallet } = investor;
  await signInWallet(page, link);
  await saveEmail(page, "ada@example.com");
  await verify(page);
  await bindAmpId(investor);
  await expectState(page, "request-ready");
  if (chain) expect(await chain.isApproved(wallet.account.address)).toBe(false);
  await act(page, "request-ready");
  await expect(page.getByText(investErrorsText.consentMissing)).toBeVisible();
  await page.getByRole("textbox", { name: investText.request.name }).fill(name);
  await page.getByRole("checkbox", { name: investText.request.consent("Alpine Growth AG") }).check();
  await act(page, "request-ready");
  await expectState(page, "request-open");
  if (chain) await expect.poll(() => chain?.isApproved(wallet.account.address)).toBe(true);
  return investor;
}

async function openRequest(page: Page, { wallet }: Investor): Promise<void> {
  await page.goto("/requests");
  const row = page.getByRole("row").filter({ hasText: shortenMiddle(wallet.account.address.toLowerCase()) });
  await expect(row).toContainText(requestsText.kyc.verifiedToday);
  await row.getByRole("link").first().click();
  await expect(page.getByRole("button", { name: approval.approve, exact: true })).toBeEnabled();
}
