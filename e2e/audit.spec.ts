import type { Page } from "@playwright/test";
import { sandbox } from "./fixtures/sandbox";
import { expect, signIn, test, unique } from "./fixtures/test";

const newAccount = () => sandbox.openAccount(unique("auditor").replace(" ", "-"));

/** Each with something that only its own code has. */
const LANGUAGES = [
  ["curl", "--header"],
  ["Python", "urllib"],
  ["Node.js", "fetch("],
  ["Ruby", "Net::HTTP"],
  ["C#", "HttpClient"],
  ["Go", "http.NewRequest("],
] as const;

async function addCategory(page: Page, name: string): Promise<void> {
  await page.goto("/categories");
  await page.getByRole("button", { name: "Add a category" }).first().click();
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("button", { name: "Add category", exact: true }).click();
  await expect(page.getByRole("link", { name })).toBeVisible();
}

test("a change is found again by its words: who, what, from where, how it ended, and what AMP was asked", async ({
  page,
}) => {
  const account = await newAccount();
  await signIn(page, account);
  const name = unique("Nordic Holders");
  await addCategory(page, name);
  await addCategory(page, unique("Somebody else"));

  await page.goto("/audit");
  await page.getByRole("searchbox", { name: "Search" }).fill(name);
  const rows = page.getByRole("table", { name: "Audit log, newest first" }).getByRole("row");
  await expect(rows).toHaveCount(2); // with the heads
  await expect(page).toHaveURL(/\/audit\?q=Nordic/);
  await page.getByRole("link", { name: "Entry: Made a category" }).click();

  await expect(page.getByRole("heading", { name: "Made a category", level: 1 })).toBeVisible();
  const main = page.getByRole("main");
  for (const [term, value] of [
    ["Who", account],
    ["From where", /^Chrome on \w+/],
    ["Outcome", "Done"],
    ["Details", name],
  ] as const) {
    await expect(fact(page, term)).toContainText(value);
  }
  const copyId = main.getByRole("button", { name: /^Copy request id / }).first();
  const requestId = (await copyId.getAttribute("title")) ?? "";
  expect(requestId).not.toBe("");

  const asked = page.getByRole("table", { name: "Calls of AMP in this request" });
  const call = asked.getByRole("link", { name: /^POST ?\/categories\/add$/ });
  await expect(call).toHaveCount(1);
  await expect(asked.getByRole("row", { name: "/categories/add" })).toContainText("201");
  const [atAmp] = (await sandbox.callsTo("/categories/add")).filter((row) => row.account === account);
  expect(atAmp).toMatchObject({ method: "POST", status: 201 });
  await page.getByRole("link", { name: "Find them in the call log" }).click();
  await expect(page).toHaveURL(/\/audit\/calls\?/);
  await page.getByRole("link", { name: /^POST ?\/categories\/add$/ }).click();
  await expect(main.getByRole("button", { name: `Copy request id ${requestId}` })).toBeVisible();
  await expect(page.getByRole("region", { name: "Request body" })).toContainText(name);
});

/** The value that follows a term in a list of facts. */
const fact = (page: Page, term: string) =>
  page
    .getByRole("term")
    .filter({ hasText: new RegExp(`^${term}$`) })
    .locator("xpath=following-sibling::dd[1]");

test("a call with a secret is kept without it, and offered in six languages", async ({ page }) => {
  const account = await newAccount();
  const [old, chosen] = [`${account}-password`, unique("twelve-letters").replace(" ", "-")];
  await signIn(page, account);
  const replaced = await sandbox.token(account);
  await page.goto("/settings");
  await page.getByRole("button", { name: "Change password" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Present password").fill(old);
  await dialog.getByLabel("New password", { exact: true }).fill(chosen);
  await dialog.getByLabel("New password, once more").fill(chosen);
  await dialog.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("The password is changed.")).toBeVisible();
  const token = await sandbox.token(account, chosen);
  expect(await sandbox.accepts(replaced)).toBe(false);

  await page.goto("/audit/calls?q=change-password");
  await page.getByRole("link", { name: /^POST ?\/user\/change-password$/ }).click();
  await expect(page.getByRole("region", { name: "Request body" })).toContainText('"password": "<removed>"');
  await expect(page.getByText("What was secret or personal reads <removed>.")).toBeVisible();
  const snippets = page.getByRole("region", { name: "The same call elsewhere" }).last();
  for (const [language, own] of LANGUAGES) {
    await page.getByRole("combobox", { name: "Language" }).selectOption({ label: language });
    for (const words of [own, "/api/user/change-password", "AMP_TOKEN", "<removed>"])
      await expect(snippets).toContainText(words);
  }
  const html = await page.content();
  for (const secret of [old, chosen, replaced, token]) expect(html).not.toContain(secret);
});
