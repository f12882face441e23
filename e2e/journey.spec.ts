import type { Page } from "@playwright/test";
import { assignByHand } from "./fixtures/assignments";
import { collectBrowser, collectLogs, findSecret } from "./fixtures/leaks";
import { startRecorder } from "./fixtures/recorder";
import { sandbox } from "./fixtures/sandbox";
import { expect, signIn, test, unique } from "./fixtures/test";

test("an issuer takes an asset from the wizard to its owners, and no secret leaves the server", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const recorder = await startRecorder(baseURL ?? "");
  const context = await browser.newContext({ baseURL: recorder.url });
  const page = await context.newPage();
  const heard: string[] = [];
  page.on("console", (message) => heard.push(message.text()));
  const started = Date.now();
  await signIn(page, "issuer");

  const asset = unique("Alpine Note");
  const assetUuid = await issue(page, asset);
  await authorise(page, asset);
  const category = await makeCategory(page);
  await requireCategory(page, assetUuid, category);
  const users = [await register(page, unique("Ann Keller")), await register(page, unique("Ben Frei"))];
  await addMembers(page, category, users);
  await assignByHand(page, assetUuid, users[0] ?? "", "1000.50");
  await assignByHand(page, assetUuid, users[1] ?? "", "250");
  await distribute(page, assetUuid, users);
  await seeOwners(page, assetUuid, users);
  await seeMovements(page, assetUuid, users);
  test
    .info()
    .annotations.push({ type: "duration", description: `${Math.round((Date.now() - started) / 1000)} s` });

  const console = heard.map((text) => ({ from: "console", text }));
  const seen = [...recorder.seen, ...console, ...(await collectBrowser(page)), ...collectLogs()];
  // The search itself works: what every page shows is found.
  expect(findSecret(asset, recorder.seen).length).toBeGreaterThan(10);
  expect(findSecret(await sandbox.token("issuer"), seen)).toEqual([]);
  expect(findSecret("issuer-password", seen)).toEqual([]);
  expect(findSecret("rpcpass", seen)).toEqual([]);
  await context.close();
  recorder.close();
});

async function issue(page: Page, name: string): Promise<string> {
  await page.goto("/assets");
  await page.getByRole("link", { name: "Issue an asset" }).click();
  await page.getByRole("radio", { name: /Transfer restricted/ }).check();
  await next(page);
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByLabel("Ticker").fill("ALP1");
  await page.getByLabel("Domain of the issuer").fill("example.com");
  await expect(page.getByLabel("Issuer public key")).toHaveValue(/^0[23][0-9a-f]{64}$/);
  await next(page);
  await page.getByLabel("Precision").selectOption("2");
  await page.getByLabel("Amount to issue").fill("100000");
  await expect(page.getByText("100,000.00")).toBeVisible();
  await expect(page.getByText("10,000,000", { exact: true })).toBeVisible();
  await expect(page.getByText("0.10000000")).toBeVisible();
  await page.getByLabel("Entered in").selectOption("sats");
  await expect(page.getByLabel("Amount to issue")).toHaveValue("10000000");
  await expect(page.getByText("100,000.00")).toBeVisible();
  await next(page);
  await page.getByRole("radio", { name: /^Reissuable/ }).check();
  await next(page);
  await expect(page.getByLabel("Address for the asset")).toHaveValue(/^tlq1/);
  await expect(page.getByLabel("Address for the reissuance token")).toHaveValue(/^tlq1/);
  await next(page);
  await expect(page.getByText("There is no undo.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Issue the asset" })).toBeDisabled();
  await page.getByLabel(`Type ${name} to confirm`).fill(name);
  await page.getByRole("button", { name: "Issue the asset" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  return page.url().split("/").at(-1) ?? "";
}

const next = (page: Page) => page.getByRole("button", { name: "Continue" }).click();

async function authorise(page: Page, name: string): Promise<void> {
  // The sandbox makes a block a second; the checklist follows by itself.
  const button = page.getByRole("button", { name: "Register as authorised" });
  await expect(page.getByText(/of 3 confirmations/)).toBeVisible();
  await button.click({ timeout: 30_000 });
  const dialog = page.getByRole("dialog", { name: `Register ${name} as authorised?` });
  await expect(dialog).toContainText("This cannot be undone.");
  await dialog.getByRole("button", { name: "Register as authorised" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Active", { exact: true })).toBeVisible();
}

async function makeCategory(page: Page): Promise<string> {
  const name = unique("Accredited");
  await page.goto("/categories");
  await page.getByRole("button", { name: "Add a category" }).first().click();
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("button", { name: "Add category", exact: true }).click();
  await expect(page.getByRole("link", { name })).toBeVisible();
  return name;
}

async function requireCategory(page: Page, assetUuid: string, category: string): Promise<void> {
  await page.goto(`/assets/${assetUuid}`);
  await page.getByLabel("Require another category").selectOption({ label: category });
  await page.getByRole("button", { name: "Require it" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Require category" }).click();
  await expect(page.getByRole("link", { name: category })).toBeVisible();
}

async function register(page: Page, name: string): Promise<string> {
  await page.goto("/users/new");
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByLabel("GAID").fill(await sandbox.newGaid());
  await page.getByRole("button", { name: "Add registered user" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  return name;
}

async function addMembers(page: Page, category: string, users: string[]): Promise<void> {
  await page.goto("/categories");
  await page.getByRole("link", { name: category }).click();
  await expect(page.getByRole("heading", { name: category, level: 1 })).toBeVisible();
  for (const user of users) {
    await page.getByPlaceholder("Search by name, GAID or number").fill(user);
    await page.getByRole("option", { name: user }).click();
    await page.getByRole("button", { name: "Add to category" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("becomes eligible");
    await dialog.getByRole("button", { name: "Add to category" }).click();
    await expect(page.getByRole("row", { name: user })).toBeVisible();
  }
}

async function distribute(page: Page, assetUuid: string, users: string[]): Promise<void> {
  await page.goto(`/assets/${assetUuid}/distributions`);
  for (const user of users) await expect(page.getByRole("row", { name: user })).toBeVisible();
  await expect(page.getByText("Everything is ready.")).toBeVisible();
  await page.getByRole("checkbox", { name: "I approve exactly this list" }).check();
  await page.getByRole("button", { name: "Start the distribution" }).click();
  await expect(page).toHaveURL(/distributions\/[0-9a-f-]{36}$/);
  await page.reload(); // in the middle of it
  await expect(page.getByText("AMP has booked the distribution.")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("2 of 2 confirmations")).toBeVisible();
}

async function seeOwners(page: Page, assetUuid: string, users: string[]): Promise<void> {
  await page.goto(`/assets/${assetUuid}/ownership`);
  await expect(page.getByRole("row", { name: users[0] ?? "" })).toContainText("1,000.50");
  await expect(page.getByRole("row", { name: users[1] ?? "" })).toContainText("250.00");
  await expect(page.getByRole("row", { name: /Treasury/ })).toContainText("98,749.50");
  await expect(page.locator(".recharts-surface").first()).toBeVisible();
}

async function seeMovements(page: Page, assetUuid: string, users: string[]): Promise<void> {
  await page.goto(`/assets/${assetUuid}/activity`);
  await expect(page.getByRole("row").filter({ hasText: "Issuance" })).toHaveCount(1);
  for (const user of users) {
    await expect(page.getByRole("row").filter({ hasText: user })).toContainText("Distribution");
  }
}
