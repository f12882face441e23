import type { Page } from "@playwright/test";
import { investText } from "@/lib/messages/invest";
import { walletText } from "@/lib/messages/invest-wallet";
import { act, expectState, newInvestor, signInWallet } from "./fixtures/portal";
import { openRows } from "./fixtures/rows";
import { expect, test } from "./fixtures/test";

const { notices, navigation, email } = investText;
const emailField = (page: Page) => page.getByRole("textbox", { name: email.label });

/** On the page to which somebody is led whose session has ended. */
async function signInAgain(page: Page): Promise<void> {
  await expect(page.getByText(notices.ended)).toBeVisible();
  await expect(page.getByRole("navigation", { name: navigation })).toBeHidden();
  await page.getByRole("button", { name: walletText.connect }).click();
  await page.getByRole("button", { name: walletText.text.sign }).click();
  await expectState(page, "email-missing");
}

test("a token that runs out is renewed unnoticed; when the session itself runs out, the person signs in and finds what was typed", async ({
  browser,
}) => {
  const rows = await openRows();
  test.skip(!rows, "The tables of a demo are left alone.");
  if (!rows) return;
  const { context, page, wallet } = await newInvestor(browser);
  /** Time that goes by for the newest session of the wallet. */
  const age = (change: string) =>
    rows.run(
      `update portal_sessions set ${change} where id = (select id from portal_sessions where address = $1
       order by created_at desc limit 1) returning access_cipher`,
      wallet.account.address.toLowerCase(),
    );
  await signInWallet(page);
  await expectState(page, "email-missing");

  const [stale] = await age("access_expires_at = now() - interval '1 minute'");
  await page.reload();
  await expectState(page, "email-missing");
  const [renewed] = await rows.run(
    "select access_cipher, access_expires_at > now() as holds from portal_sessions where address = $1",
    wallet.account.address.toLowerCase(),
  );
  expect(renewed?.holds).toBe(true);
  expect(renewed?.access_cipher).not.toBe(stale?.access_cipher);

  // The longest time is over while the page stands open: the page's own look for news finds out.
  await emailField(page).fill("ada@example.com");
  await age("expires_at = now() - interval '1 second'");
  await expect(async () => {
    // Whoever comes back to the window has the page look, unless it did so within the last seconds.
    await page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
    await expect(page.getByText(notices.ended)).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  // Somebody else's wallet in the same tab finds an empty field.
  await wallet.switchAccount();
  await signInAgain(page);
  await expect(emailField(page)).toHaveValue("");
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain("ada@");

  // Nobody used it for a day.
  await emailField(page).fill("eve@example.com");
  await age("last_seen_at = last_seen_at - interval '25 hours'");
  await act(page, "email-missing");
  await signInAgain(page);
  await expect(emailField(page)).toHaveValue("eve@example.com");

  // The session would hold, and the service's own login is over with both of its tokens.
  await age("access_expires_at = now() - interval '1 minute'");
  await rows.run(
    "delete from identity.refresh_token where user_address = $1",
    wallet.account.address.toLowerCase(),
  );
  await act(page, "email-missing");
  await signInAgain(page);
  await expect(emailField(page)).toHaveValue("eve@example.com");
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain("eve@");
  await act(page, "email-missing");
  await expectState(page, "identity-not-started");
  await context.close();
  await rows.close();
});
