import { createHmac } from "node:crypto";
import type { Page } from "@playwright/test";
import { type Outside, startOutside } from "./fixtures/outside";
import { sandbox } from "./fixtures/sandbox";
import { expect, signIn, test, unique } from "./fixtures/test";

/** An account of its own: what happens to its sessions and its token, nobody else notices. */
const ownAccount = () => sandbox.openAccount(unique("clerk").replace(" ", "-"));

async function openSettings(page: Page): Promise<void> {
  await page.goto("/settings");
  await expect(page.getByRole("heading", { name: "Settings", level: 1 })).toBeVisible();
}

test("a browser that was left signed in is seen and signed out from another one", async ({
  page,
  browser,
}) => {
  const account = await ownAccount();
  const left = await browser.newContext({
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  });
  const leftPage = await left.newPage();
  await signIn(leftPage, account);
  await signIn(page, account);
  await openSettings(page);

  const sessions = page.getByRole("table", { name: "Browsers that are signed in to this workspace" });
  await expect(sessions.getByRole("row", { name: "This one" })).toHaveCount(1);
  const row = sessions.getByRole("row", { name: "Firefox on Linux" });
  await row.getByRole("button", { name: /^End the session of Firefox on Linux/ }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("That browser is signed out at once");
  await dialog.getByRole("button", { name: "End the session" }).click();
  await expect(page.getByText("The session has ended", { exact: true })).toBeVisible();
  await expect(row).toHaveCount(0);

  await leftPage.getByRole("link", { name: "Registered users" }).first().click();
  await expect(leftPage).toHaveURL(/\/sign-in\?next=%2Fusers/);
  await expect(leftPage.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expect((await leftPage.request.get("/api/users")).status()).toBe(401);
  expect((await page.request.get("/api/users")).status()).toBe(200);
  await left.close();
});

test("a new token is announced by what it breaks, and the desk goes on with it", async ({ page }) => {
  const account = await ownAccount();
  const old = await sandbox.token(account);
  await signIn(page, account);
  await openSettings(page);
  await page.getByRole("button", { name: "Replace token" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("What stops working");
  await expect(dialog).toContainText("Scripts and services that use the present API token");
  await expect(dialog).toContainText("Managers keep their own tokens");
  expect(await sandbox.accepts(old)).toBe(true);

  await dialog.getByRole("button", { name: "Replace token" }).click();
  await expect(page.getByText("The token is replaced. This desk has the new one")).toBeVisible();
  expect(await sandbox.accepts(old)).toBe(false);
  const present = await sandbox.token(account);
  expect(present).not.toBe(old);

  // What the desk shows next it has asked for with the new one.
  const name = unique("Nora Falk");
  await page.goto("/users/new");
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("button", { name: "Add registered user" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  expect(await page.content()).not.toContain(present);
});

test.describe("a webhook", () => {
  let outside: Outside;
  test.beforeEach(async () => {
    outside = await startOutside();
  });
  test.afterEach(() => outside.close());

  test("is refused at its field, then tried: the receiver gets a signed message", async ({ page }) => {
    await signIn(page, await ownAccount());
    await openSettings(page);
    const address = page.getByRole("textbox", { name: /^Address/ });
    const save = page.getByRole("button", { name: "Save notifications" });
    await page.getByRole("checkbox", { name: "By webhook" }).check();
    await address.fill("http://10.0.0.7/hook");
    await save.click();
    await expect(page.getByText("Enter an address that begins with https://")).toBeVisible();
    await expect(address).toHaveValue("http://10.0.0.7/hook");

    await address.fill(`${process.env.OUTSIDE_URL}/hook`);
    await save.click();
    const key = page.getByRole("button", { name: /^Copy key for webhooks whsec_/ });
    await expect(key).toBeVisible();
    const secret = (await key.getAttribute("title")) ?? "";
    await page.getByRole("button", { name: "Send a test by webhook" }).click();
    await expect(page.getByText("The test was sent")).toBeVisible();
    await expect(page.getByRole("table", { name: "Last messages" }).getByRole("row").nth(1)).toContainText(
      "Sent",
    );

    expect(outside.hooks).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: "" }] = outside.hooks;
    const signed = createHmac("sha256", secret).update(`${headers["ampdesk-timestamp"]}.${body}`);
    expect(headers["ampdesk-signature"]).toBe(`v1=${signed.digest("hex")}`);
    expect(JSON.parse(body)).toMatchObject({ type: "test", environment: "sandbox", notices: [] });

    await page.reload();
    await expect(address).toHaveValue(`${process.env.OUTSIDE_URL}/hook`);
    expect(await page.content()).not.toContain(secret);
  });
});

test("theme and language outlast the session they were chosen in", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await signIn(page, "manager");
  await openSettings(page);
  const isDark = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme === "dark");
  expect(await isDark()).toBe(false);
  await page.getByRole("main").getByRole("radio", { name: "Dark" }).check({ force: true });
  expect(await isDark()).toBe(true);
  await page.getByRole("main").getByRole("button", { name: "Deutsch" }).click();
  await expect(page.getByRole("heading", { name: "Einstellungen", level: 1 })).toBeVisible();

  await page.getByRole("button", { name: "Abmelden" }).click();
  await expect(page.getByRole("heading", { name: "Anmelden" })).toBeVisible();
  expect(await isDark()).toBe(true);
  await page.getByLabel("AMP-Benutzername").fill("manager");
  await page.getByLabel("Passwort", { exact: true }).fill("manager-password");
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Übersicht", level: 1 })).toBeVisible();
  expect(await isDark()).toBe(true);
  await expect(page.getByRole("radio", { name: "Dunkel" })).toBeChecked();
});
