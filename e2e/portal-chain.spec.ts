import type { Page } from "@playwright/test";
import { documentsText } from "@/lib/messages/invest-documents";
import { investErrorsText } from "@/lib/messages/invest-errors";
import { autoInvestText, chainTasksText, faucetText } from "@/lib/messages/invest-pages";
import { walletText } from "@/lib/messages/invest-wallet";
import { chain } from "./fixtures/chain";
import { collectBrowser, collectLogs, findSecret } from "./fixtures/leaks";
import { type Outside, startOutside } from "./fixtures/outside";
import { newInvestor, signInWallet } from "./fixtures/portal";
import { startRecorder } from "./fixtures/recorder";
import { expect, test } from "./fixtures/test";

const NETWORK = "Hardhat";
let outside: Outside;
test.beforeAll(async () => {
  outside = await startOutside();
});
test.afterAll(() => outside?.close());

/** The task's row in the list of what became of it, once the chain has it. @returns the transaction's hash */
async function confirmedHash(page: Page): Promise<`0x${string}`> {
  const table = page.getByRole("table", { name: chainTasksText.caption });
  await expect(table).toContainText(chainTasksText.states.confirmed, { timeout: 20_000 });
  const hash = (await table.innerHTML()).match(/0x[0-9a-f]{64}/)?.[0];
  expect(hash).toBeDefined();
  return hash as `0x${string}`;
}

test("an order to invest: the wallet allows the amount in the same flow, and the page shows the investment once it is mined", async ({
  browser,
}) => {
  test.skip(!chain, "No EVM chain runs here.");
  if (!chain) return;
  const { context, page, wallet } = await newInvestor(browser);
  const { address } = wallet.account;
  await chain.endow(address, 250_000_000n);
  await signInWallet(page);
  await page.goto("/invest/auto-invest");
  await page.getByRole("button", { name: autoInvestText.begin }).click();
  const campaign = page.getByRole("textbox", { name: autoInvestText.campaign });
  await campaign.fill(chain.openCampaign);

  // On another network, which the person at first refuses to leave.
  await wallet.switchChain(1);
  wallet.rejects = true;
  const next = page.getByRole("button", { name: autoInvestText.next });
  await next.click();
  await expect(page.getByText(walletText.problems.rejected.title)).toBeVisible();
  expect(wallet.chainId).toBe(1);
  wallet.rejects = false;
  await next.click();
  await page.getByRole("textbox", { name: autoInvestText.amount("TUSD") }).fill("150");
  expect(wallet.chainId).toBe(31_337);
  await page.getByRole("button", { name: autoInvestText.review }).click();

  // The call as the wallet will show it, then refused there: nothing is allowed and nothing ordered.
  const call = page.getByRole("heading", { name: autoInvestText.reviewTitle }).locator("..");
  await expect(call).toContainText(chain.stablecoin, { ignoreCase: true });
  await expect(call).toContainText(chain.openCampaign, { ignoreCase: true });
  await expect(call).toContainText("150000000");
  const allow = page.getByRole("button", { name: autoInvestText.allow });
  wallet.rejects = true;
  await allow.click();
  await expect(page.getByText(walletText.problems.rejected.title)).toBeVisible();
  expect([wallet.sent.length, await chain.allowanceOf(address)]).toEqual([0, 0n]);
  wallet.rejects = false;
  await allow.click();
  await expect(page.getByText(autoInvestText.ordered)).toBeVisible();
  expect(wallet.sent.map(({ to }) => to.toLowerCase())).toEqual([chain.stablecoin.toLowerCase()]);

  const receipt = await chain.receiptOf(await confirmedHash(page));
  expect(receipt.status).toBe("success");
  expect(await chain.investmentOf(address)).toBe(150_000_000n);
  expect([await chain.coinsOf(address), await chain.allowanceOf(address)]).toEqual([100_000_000n, 0n]);
  await expect(page.getByText(autoInvestText.none)).toBeVisible();
  await page.screenshot({ path: test.info().outputPath("auto-invest-wide.png"), fullPage: true });
  await context.close();
});

/** Google's script as far as pages meet it: the badge it puts on the page, and tokens that name their action. */
const GOOGLE = `
  let count = 0;
  const badge = document.createElement("div");
  badge.className = "grecaptcha-badge";
  badge.textContent = "protected by a stand-in";
  document.body.append(badge);
  window.grecaptcha = {
    ready: (then) => then(),
    execute: async (key, { action }) => action + ":" + key + ":" + ++count,
  };
`;

test("test funds: Google is asked when the button is pressed, who fails there gets nothing, and coins arrive on the chain", async ({
  browser,
  baseURL,
}) => {
  test.skip(!chain, "No EVM chain runs here.");
  if (!chain) return;
  const recorder = await startRecorder(baseURL ?? "");
  const { context, page, wallet } = await newInvestor(browser, { baseURL: recorder.url });
  const { address } = wallet.account;
  const scripts: string[] = [];
  await context.route("https://www.google.com/**", (route) => {
    scripts.push(route.request().url());
    return route.fulfill({ contentType: "text/javascript", body: GOOGLE });
  });
  await signInWallet(page);
  await page.goto("/invest/faucet");
  await expect(page.getByText(faucetText.captcha)).toBeVisible();
  expect(scripts).toEqual([]);
  const get = page.getByRole("button", { name: faucetText.get(NETWORK) });

  outside.score = 0.1;
  await get.click();
  await expect(page.getByText(investErrorsText.captcha)).toBeVisible();
  await expect(page.locator(".grecaptcha-badge")).toBeVisible();
  expect(await chain.balanceOf(address)).toBe(0n);

  outside.score = 0.9;
  await get.click();
  await expect(page.getByText(faucetText.asked)).toBeVisible();
  const { status } = await chain.receiptOf(await confirmedHash(page));
  expect([status, await chain.balanceOf(address)]).toEqual(["success", 10n ** 16n]);

  const [siteKey] = scripts.map((url) => new URL(url).searchParams.get("render"));
  expect(scripts).toHaveLength(1); // once for the page, however often the button is pressed
  expect(outside.asked.map(({ token }) => token.startsWith(`faucet:${siteKey}:`))).toEqual([true, true]);
  const { secret = "" } = outside.asked[0] ?? {};
  expect(secret).not.toBe("");
  expect(findSecret(secret, [...recorder.seen, ...(await collectBrowser(page)), ...collectLogs()])).toEqual(
    [],
  );
  await page.screenshot({ path: test.info().outputPath("faucet-wide.png"), fullPage: true });
  await context.close();
  recorder.close();
});

test("a document goes to IPFS by a key of its own, and nothing of any key reaches the browser", async ({
  browser,
  baseURL,
}) => {
  test.skip(!process.env.OUTSIDE_URL, "Nobody stands in for Pinata here.");
  const recorder = await startRecorder(baseURL ?? "");
  const { context, page, wallet } = await newInvestor(browser, { baseURL: recorder.url });
  await signInWallet(page);
  await page.goto("/invest/documents");
  const content = Buffer.from("%PDF-1.7\nThe prospectus of a test.\n");
  const upload = async (name: string) => {
    await page
      .getByLabel(documentsText.file)
      .setInputFiles({ name, mimeType: "application/pdf", buffer: content });
    await page.getByRole("button", { name: documentsText.upload, exact: true }).click();
  };
  await upload("prospectus of Ada Berg.pdf");
  await expect(page.getByText(documentsText.notUnderstood)).toBeVisible();
  expect(outside.keys).toEqual([]);
  await page.getByRole("checkbox", { name: documentsText.understood }).check();
  await upload("prospectus of Ada Berg.pdf");
  await expect(page.getByText(documentsText.uploaded)).toBeVisible();

  const [pin] = outside.pins;
  const row = page.getByRole("row", { name: "prospectus of Ada Berg.pdf" });
  await expect(row).toContainText(pin?.cid.slice(-8) ?? "a CID");
  // Under a neutral name: Pinata's account shows it to others than its owner.
  expect([pin?.name, pin?.content.equals(content)]).toEqual(["document.pdf", true]);
  const [made] = outside.keys;
  expect(outside.keys).toHaveLength(1);
  expect([made?.keyName.toLowerCase(), made?.key.JWT]).toEqual([
    wallet.account.address.toLowerCase(),
    pin?.jwt,
  ]);

  expect(outside.revoked).toEqual([made?.key.pinata_api_key]);

  const seen = [...recorder.seen, ...(await collectBrowser(page)), ...collectLogs()];
  for (const secret of [made?.master, ...Object.values(made?.key ?? {})])
    expect(findSecret(secret ?? "", seen)).toEqual([]);
  // The search itself works: the page did get the CID.
  expect(findSecret(pin?.cid ?? "", seen)).not.toEqual([]);
  await page.screenshot({ path: test.info().outputPath("documents-wide.png"), fullPage: true });
  await context.close();
  recorder.close();
});
