import type { Page } from "@playwright/test";
import { accountText } from "@/lib/messages/account";
import { categoriesText } from "@/lib/messages/categories";
import { categoryMatrixText } from "@/lib/messages/category-matrix";
import { distributionsText } from "@/lib/messages/distributions";
import { keptTypedText } from "@/lib/messages/kept-typed";
import { lbtcText } from "@/lib/messages/lbtc";
import { signInText } from "@/lib/messages/sign-in";
import { usersText } from "@/lib/messages/users";
import { openRows, type Rows } from "./fixtures/rows";
import { sandbox } from "./fixtures/sandbox";
import { expect, signIn, test, unique } from "./fixtures/test";

let rows: Rows;
test.beforeEach(async () => {
  const opened = await openRows();
  test.skip(!opened, "The tables of a demo are left alone.");
  if (opened) rows = opened;
});
test.afterEach(() => rows?.close());

const ownAccount = () => sandbox.openAccount(unique("clerk").replace(" ", "-"));
const stored = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage }));
const name = (page: Page) => page.getByRole("textbox", { name: usersText.form.name });

/** Its longest time is over, while the page stands open. */
const endSessions = (account: string) =>
  rows.run(
    `update sessions set expires_at = now() - interval '1 second'
     where workspace_id in (select id from workspaces where account_name = $1)`,
    account,
  );

/** On the page to which somebody is led whose session has ended. */
async function signInAgain(page: Page, account: string): Promise<void> {
  await expect(page.getByText(signInText.ended)).toBeVisible();
  await expect(page.getByText(signInText.endedText)).toBeVisible();
  await page.getByLabel(signInText.username).fill(account);
  await page.getByLabel(signInText.password, { exact: true }).fill(`${account}-password`);
  await page.getByRole("button", { name: signInText.submit }).click();
}

/** The script that keeps it has come: it is fetched once the page stands. */
async function openForm(page: Page): Promise<void> {
  await page.goto("/users/new");
  await page.waitForLoadState("networkidle");
}

test("what was typed when the session ended is back after signing in, once, and for the same person alone", async ({
  page,
}) => {
  const [account, other] = [await ownAccount(), await ownAccount()];
  await signIn(page, account);
  await openForm(page);
  await name(page).fill("Ada Kern AG");
  await page.getByLabel(usersText.form.gaid).fill("GA-mistyped");
  await page.getByRole("radio", { name: usersText.kinds.company }).check();
  await endSessions(account);
  await page.getByRole("button", { name: usersText.form.submit }).click();
  await expect(page.getByText(signInText.ended)).toBeVisible();
  expect(await stored(page)).toContain("Ada Kern AG");
  await signInAgain(page, account);

  await expect(page).toHaveURL(/\/users\/new$/);
  await expect(name(page)).toHaveValue("Ada Kern AG");
  await expect(page.getByLabel(usersText.form.gaid)).toHaveValue("GA-mistyped");
  await expect(page.getByRole("radio", { name: usersText.kinds.company })).toBeChecked();
  await expect(page.getByText(keptTypedText.back)).toBeVisible();
  expect(await stored(page)).not.toContain("Ada Kern AG");
  await page.reload();
  await expect(name(page)).toHaveValue("");

  // Somebody else in the same tab finds an empty form, and nothing of it stays.
  await page.waitForLoadState("networkidle");
  await name(page).fill("Bo Lind");
  await endSessions(account);
  await page.getByRole("button", { name: usersText.form.submit }).click();
  await signInAgain(page, other);
  await expect(page).toHaveURL(/\/users\/new$/);
  await expect.poll(() => stored(page)).not.toContain("Bo Lind");
  await expect(name(page)).toHaveValue("");
});

test("what was typed in a dialog is there when it is opened again, and signing out forgets it", async ({
  page,
}) => {
  const account = await ownAccount();
  const add = page.getByRole("button", { name: categoriesText.add }).first();
  const category = page.getByRole("textbox", { name: categoriesText.form.name });
  const typeAndLose = async (words: string) => {
    await add.click();
    await category.fill(words);
    await endSessions(account);
    await page.getByRole("button", { name: categoriesText.form.submit, exact: true }).click();
  };
  await signIn(page, account);
  await page.goto("/categories");
  await page.waitForLoadState("networkidle");
  await typeAndLose("Qualified of Zug");
  await signInAgain(page, account);
  await expect(page.getByText(keptTypedText.inDialog(categoriesText.add))).toBeVisible();
  await add.click();
  await expect(category).toHaveValue("Qualified of Zug");
  expect(await stored(page)).not.toContain("Qualified of Zug");
  await page.keyboard.press("Escape");

  await typeAndLose("Qualified of Uri");
  await expect(page.getByText(signInText.ended)).toBeVisible();
  await signIn(page, account); // and not to the page where it was typed
  expect(await stored(page)).toContain("Qualified of Uri");
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: signInText.title })).toBeVisible();
  await expect.poll(() => stored(page)).not.toContain("Qualified of Uri");
});

test("an amount under review is kept, a password never", async ({ page }) => {
  const account = await ownAccount();
  const secret = unique("a new password").replaceAll(" ", "-");
  await signIn(page, account);
  await page.goto("/settings");
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: accountText.changePassword.submit }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(accountText.changePassword.current).fill(`${account}-password`);
  for (const field of await dialog.locator("input[type=password]").all()) await field.fill(secret);
  await endSessions(account);
  await dialog.locator("button[type=submit]").click();
  await expect(page.getByText(signInText.ended)).toBeVisible();
  expect(await stored(page)).not.toContain(secret);
  await signInAgain(page, account);
  await expect(page).toHaveURL(/\/settings$/);

  // An amount whose review stands in the place of its form.
  const { address } = await sandbox.amp<{ address: string }>(`/gaids/${await sandbox.newGaid()}/address`);
  await page.goto("/treasury/send");
  await page.waitForLoadState("networkidle");
  await page.getByLabel(lbtcText.form.address).fill(address);
  await page.getByLabel(lbtcText.form.amount).fill("0.001");
  await page.getByRole("button", { name: lbtcText.form.review }).click();
  await expect(page.getByRole("button", { name: lbtcText.review.change })).toBeVisible();
  await endSessions(account);
  await page.getByRole("button", { name: distributionsText.preflight.again }).click();
  await signInAgain(page, account);
  await expect(page.getByLabel(lbtcText.form.amount)).toHaveValue("0.001");
  await expect(page.getByLabel(lbtcText.form.address)).toHaveValue(address);
});

test("a user picked from a search, and changes of the matrix, are there again after signing in", async ({
  page,
}) => {
  const account = await ownAccount();
  const [user, category] = [unique("Ada Kern"), unique("Qualified")];
  await signIn(page, account);
  await openForm(page);
  await name(page).fill(user);
  await page.getByRole("button", { name: usersText.form.submit }).click();
  await expect(page.getByRole("heading", { name: user })).toBeVisible();
  await page.goto("/categories?add=1");
  await page.getByRole("textbox", { name: categoriesText.form.name }).fill(category);
  await page.getByRole("button", { name: categoriesText.form.submit, exact: true }).click();
  await page.getByRole("link", { name: category }).click();

  const member = page.getByRole("combobox", { name: categoriesText.memberCard.add });
  await page.waitForLoadState("networkidle");
  await member.fill(user);
  await page.getByRole("option", { name: user }).click();
  await endSessions(account);
  await page.getByRole("button", { name: categoriesText.memberCard.submit }).click();
  await signInAgain(page, account);
  await expect(member).toHaveValue(user);
  await expect(page.getByText(keptTypedText.back)).toBeVisible();
  await expect(page.getByRole("button", { name: categoriesText.memberCard.submit })).toBeEnabled();
  expect(await stored(page)).not.toContain(user);

  await page.goto("/categories/matrix");
  await page.waitForLoadState("networkidle");
  const queued = page.getByText(categoryMatrixText.queue.waiting(1, 1));
  await page.getByRole("checkbox", { name: categoryMatrixText.cell(user, category) }).click();
  await expect(queued).toBeVisible();
  await endSessions(account);
  await page.getByRole("button", { name: categoryMatrixText.queue.review }).click();
  await signInAgain(page, account);
  await expect(queued).toBeVisible();
});
