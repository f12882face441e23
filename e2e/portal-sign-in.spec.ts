import type { Page } from "@playwright/test";
import { generatePrivateKey } from "viem/accounts";
import { investText } from "@/lib/messages/invest";
import { walletText } from "@/lib/messages/invest-wallet";
import { chain } from "./fixtures/chain";
import { collectBrowser, collectLogs, type Seen } from "./fixtures/leaks";
import { act, connectWallet, expectState, newInvestor, saveEmail, signInWallet } from "./fixtures/portal";
import { startRecorder } from "./fixtures/recorder";
import { expect, test } from "./fixtures/test";

const { email, notices, navigation, profile } = investText;
const TOKEN = /eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/;
const tokensIn = (seen: Seen[]) => seen.filter(({ text }) => TOKEN.test(text)).map(({ from }) => from);

test("a wallet signs the text that the page shows, after every way in which it can go wrong", async ({
  browser,
  baseURL,
}) => {
  const recorder = await startRecorder(baseURL ?? "");
  const { context, page, wallet } = await newInvestor(browser, { baseURL: recorder.url });
  wallet.chainId = 1;
  wallet.rejects = true;
  await page.goto("/invest");
  await page.waitForLoadState("networkidle");
  expect(wallet.calls).toEqual([]); // nothing is asked of a wallet before somebody presses the button
  await connectWallet(page);
  await expect(page.getByText(walletText.problems.rejected.title)).toBeVisible();
  wallet.rejects = false;
  await page.getByRole("button", { name: "Test wallet" }).click();

  const sign = page.getByRole("button", { name: walletText.text.sign });
  if (chain) {
    await expect(page.getByText(walletText.network.now(1))).toBeVisible();
    await expect(sign).toBeHidden();
    await page.getByRole("button", { name: /^Switch to/ }).click();
  }
  const shown = page.getByRole("region", { name: walletText.text.title });
  await expect(shown).toContainText(wallet.account.address);
  await expect(shown).toContainText(new URL(baseURL ?? "").host); // wallets warn of it anywhere else
  const text = await shown.locator("pre").textContent();
  wallet.rejects = true;
  await sign.click();
  await expect(page.getByText(walletText.problems.rejected.text)).toBeVisible();
  expect(wallet.signed).toEqual([]);
  wallet.rejects = false;
  await sign.click();
  await expectState(page, "email-missing");
  expect(wallet.signed).toEqual([text]);

  await page.reload();
  await expectState(page, "email-missing");
  await page.goto("/invest/profile");
  await expect(page.getByText(wallet.account.address.toLowerCase()).first()).toBeVisible();

  const seen = [...recorder.seen, ...(await collectBrowser(page)), ...collectLogs()];
  expect(tokensIn(seen)).toEqual([]);
  // The search itself works: the service that the portal talks to does hand tokens out.
  const service = await tokenOf(baseURL ?? "", wallet);
  expect(tokensIn([{ from: "service", text: service }])).toEqual(["service"]);
  await context.close();
  recorder.close();
});

/** The service's own answer to a login. */
async function tokenOf(
  desk: string,
  wallet: Awaited<ReturnType<typeof newInvestor>>["wallet"],
): Promise<string> {
  const post = async (path: string, body: unknown) => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${desk}/api/identity${path}`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    return answer.text();
  };
  const { address } = wallet.account;
  const { payload: message } = JSON.parse(await post("/authorize", { address }));
  const signed_payload = await wallet.account.signMessage({ message });
  return post("/authorize/jwt", { address, signed_payload, chain_id: 31_337 });
}

/** Ahead of the session's end elsewhere: the press of the button is to find out, not the page's own look for news. */
async function typeEmail(page: Page, address: string): Promise<void> {
  await expectState(page, "email-missing");
  await page.getByRole("textbox", { name: email.label }).fill(address);
}

test("a session ends in every tab, on every device, and with another account of the wallet", async ({
  browser,
}) => {
  const { context, page, wallet } = await newInvestor(browser);
  await signInWallet(page);
  await saveEmail(page, "ada@example.com");
  await expectState(page, "identity-not-started");
  const signedOut = () => expect(page.getByRole("navigation", { name: navigation })).toBeHidden();

  // Another account in the wallet: the first one is signed out, and the other one is nobody yet.
  const { address } = wallet.account;
  await page.reload();
  await expect(async () => {
    await wallet.switchAccount();
    await expect(page.getByText(notices.switched)).toBeVisible({ timeout: 1_500 });
  }).toPass();
  await signedOut();
  await page.getByRole("button", { name: walletText.connect }).click();
  await page.getByRole("button", { name: walletText.text.sign }).click();
  await expectState(page, "email-missing");
  expect(wallet.account.address).not.toBe(address);

  // Two tabs of one browser: what the second one still shows does nothing any more.
  const second = await context.newPage();
  await second.goto("/invest");
  await typeEmail(second, "late@example.com");
  await page.goto("/invest/profile");
  await page.getByRole("button", { name: profile.signOut, exact: true }).click();
  await expect(page.getByText(notices["signed-out"])).toBeVisible();
  await act(second, "email-missing");
  await expect(second.getByText(notices.ended)).toBeVisible();
  await second.close();

  await context.close();
});

test("signing out everywhere ends the session of another device, and a browser without a wallet says what helps", async ({
  browser,
}) => {
  const key = generatePrivateKey();
  const [here, there] = [await newInvestor(browser, { key }), await newInvestor(browser, { key })];
  await signInWallet(here.page);
  await signInWallet(there.page);
  await typeEmail(here.page, "ada@example.com");
  await there.page.goto("/invest/profile");
  await there.page.getByRole("button", { name: profile.everywhere }).click();
  const dialog = there.page.getByRole("dialog", { name: profile.everywhereTitle });
  await dialog.getByRole("button", { name: profile.everywhere }).click();
  await expect(there.page.getByText(notices["signed-out"])).toBeVisible();

  await act(here.page, "email-missing");
  await expect(here.page.getByText(notices.ended)).toBeVisible();
  await here.page.goto("/invest/profile");
  await expectState(here.page, "signed-out");
  await here.context.close();
  await there.context.close();

  const page = await browser.newPage();
  await page.goto("/invest");
  await page.getByRole("button", { name: walletText.connect }).click();
  await expect(page.getByText(walletText.none.title)).toBeVisible();
  await page.goto("/invest/i/nobody-at-all");
  await expect(page.getByRole("heading", { name: investText.welcome.unknownIssuer })).toBeVisible();
  await page.close();
});
