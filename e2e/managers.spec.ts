import type { Page } from "@playwright/test";
import { collectBrowser, collectLogs, findSecret } from "./fixtures/leaks";
import {
  type AmpManager,
  MANAGER_PASSWORD,
  makeManager,
  newManagerName,
  openAsManager,
  twoAssets,
} from "./fixtures/managers";
import { startRecorder } from "./fixtures/recorder";
import { sandbox } from "./fixtures/sandbox";
import { enter, expect, test, unique } from "./fixtures/test";

const ofManager = (id: number) => sandbox.amp<AmpManager>(`/managers/${id}`);

test("a new manager is unlocked, granted an asset and given the token, which is shown once and opens that asset alone", async ({
  browser,
  baseURL,
}) => {
  const [granted, hidden] = await twoAssets();
  const username = newManagerName();
  const recorder = await startRecorder(baseURL ?? "");
  const context = await browser.newContext({ baseURL: recorder.url });
  const page = await context.newPage();
  await enter(page);
  const id = await addManager(page, username);
  expect(await ofManager(id)).toMatchObject({ username, is_locked: true, assets: [] });

  const step = (title: string) =>
    page.getByRole("list", { name: "From account to work" }).getByRole("listitem").filter({ hasText: title });
  await expect(step("Unlocked")).toContainText("Blocked");
  await page.getByRole("button", { name: "Show the token" }).click();
  await expect(page.getByRole("dialog").getByText("AMP gives a locked account no token")).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await step("Unlocked").getByRole("button", { name: "Unlock the manager" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Unlock the manager" }).click();
  await expect(step("Unlocked")).toContainText("Done");

  await page.getByLabel("Asset to grant").selectOption({ label: granted.name });
  await page.getByRole("button", { name: "Grant it" }).click();
  await expect(step("Assets granted")).toContainText("1 asset");
  expect(await ofManager(id)).toMatchObject({ is_locked: false, assets: [granted.asset_uuid] });

  const token = await sandbox.token(username, MANAGER_PASSWORD);
  const told = () => findSecret(token, recorder.seen);
  await expect(step("Token handed over")).toContainText("Blocked");
  expect(told()).toEqual([]);
  await showToken(page, token);
  await expect(step("Token handed over")).toContainText("Shown to issuer");
  expect(told()).toEqual([`POST /managers/${id}`]);
  await expect(page.getByText(token)).toHaveCount(0);
  await page.reload();
  await expect(step("Token handed over")).toContainText("Done");
  await seeAudit(page, id);
  expect(told()).toHaveLength(1);
  expect(findSecret(token, [...(await collectBrowser(page)), ...collectLogs()])).toEqual([]);
  await context.close();
  recorder.close();

  const managersPage = await openAsManager(browser, token);
  await managersPage.goto("/assets");
  await expect(managersPage.getByRole("link", { name: granted.name })).toBeVisible();
  await expect(managersPage.getByText(hidden.name)).toHaveCount(0);
  await managersPage.goto(`/assets/${hidden.asset_uuid}`);
  await expect(managersPage.getByRole("heading", { name: "There is no such page" })).toBeVisible();
  await managersPage.context().close();
});

/** A password that is too simple first. @returns the manager's number at AMP */
async function addManager(page: Page, username: string): Promise<number> {
  await page.goto("/managers");
  await page.getByRole("button", { name: "Add a manager" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("User name").fill(username);
  const password = dialog.getByLabel("Password");
  for (const [typed, text] of [
    ["a short one", "Enter at least 12 characters."],
    [`${username}-password`, "Leave the user name out"],
  ] as const) {
    await password.fill(typed);
    await dialog.getByRole("button", { name: "Add the manager" }).click();
    await expect(dialog.getByText(text)).toBeVisible();
  }
  await password.fill(MANAGER_PASSWORD);
  await dialog.getByRole("button", { name: "Add the manager" }).click();
  await expect(page.getByRole("heading", { name: username, level: 1 })).toBeVisible();
  return Number(/\/managers\/(\d+)$/.exec(page.url())?.[1]);
}

/** For the manager's password alone; the wrong one gets nothing. */
async function showToken(page: Page, token: string): Promise<void> {
  await page.getByRole("button", { name: "Show the token" }).click();
  const dialog = page.getByRole("dialog");
  for (const [password, seen] of [
    ["another harbour", dialog.getByText("AMP refuses this password.")],
    [MANAGER_PASSWORD, dialog.getByText(token)],
  ] as const) {
    await dialog.getByLabel("Password").fill(password);
    await dialog.getByRole("button", { name: "Show it once" }).click();
    await expect(seen).toBeVisible();
  }
  await expect(dialog.getByText("It is not shown again and stands in no log.")).toBeVisible();
  await dialog.getByRole("button", { name: "Close and forget" }).click();
  await expect(dialog).toHaveCount(0);
}

/** Both tries, newest first. */
async function seeAudit(page: Page, id: number): Promise<void> {
  await page.goto("/audit?kind=manager");
  const rows = page.getByRole("row").filter({ hasText: "Had a manager's token shown" });
  for (const [at, outcome] of ["Done", "Refused"].entries()) {
    await expect(rows.nth(at)).toContainText(outcome);
    await rows.nth(at).getByText("Had a manager's token shown").click();
    await expect(rows.nth(at)).toContainText(`Manager${id}`);
  }
}

test("the desk viewed as a manager shows what that manager sees, says so, changes nothing, and ends", async ({
  page,
  browser,
}) => {
  const [granted, hidden] = await twoAssets();
  const { id, username } = await makeManager(granted.asset_uuid);
  const own = await openAsManager(browser, await sandbox.token(username, MANAGER_PASSWORD));
  await enter(page);

  await page.goto(`/managers/${id}`);
  await page.getByRole("button", { name: "View as this manager" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("Nothing can be changed meanwhile")).toBeVisible();
  await dialog.getByRole("button", { name: "View as this manager" }).click();
  const banner = page.getByRole("complementary", { name: "Preview" });
  await expect(banner).toContainText(`You see the desk as ${username} sees it.`);
  const links = (of: Page) =>
    of.getByRole("navigation", { name: "Main" }).getByRole("link").allTextContents();
  expect(await links(page)).toEqual(await links(own));
  for (const seen of [own, page]) {
    await seen.goto("/assets");
    await expect(seen.getByRole("link", { name: granted.name })).toBeVisible();
    await expect(seen.getByText(hidden.name)).toHaveCount(0);
  }
  await own.context().close();
  for (const [path, words] of [
    [`/managers/${id}`, "Only the issuer may do that."],
    ["/audit", "This belongs to the manager at this desk"],
    [`/assets/${hidden.asset_uuid}`, "There is no such page"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByText(words)).toBeVisible();
    await expect(banner).toBeVisible();
  }

  await page.goto("/users/new");
  const name = unique("Nina Sand");
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("button", { name: "Add registered user" }).click();
  await expect(page.getByText("You are looking at the desk as a manager. Nothing was changed")).toBeVisible();
  const users = await sandbox.amp<{ name: string }[]>("/registered_users/");
  expect(users.filter((user) => user.name === name)).toEqual([]);

  await banner.getByRole("button", { name: "End the preview" }).click();
  await expect(page.getByRole("heading", { name: username, level: 1 })).toBeVisible();
  await expect(banner).toHaveCount(0);
  await page.goto(`/assets/${hidden.asset_uuid}`);
  await expect(page.getByRole("heading", { name: hidden.name, level: 1 })).toBeVisible();
  await expect(banner).toHaveCount(0);
});

test("an asset that is taken back is gone from the manager's next page, which says so", async ({
  page,
  browser,
}) => {
  const [granted] = await twoAssets();
  const { id, username } = await makeManager(granted.asset_uuid);
  const own = await openAsManager(browser, await sandbox.token(username, MANAGER_PASSWORD));
  await own.goto("/assets");
  await own.getByRole("link", { name: granted.name }).click();
  await expect(own.getByRole("heading", { name: granted.name, level: 1 })).toBeVisible();

  await enter(page);
  await page.goto(`/managers/${id}`);
  await page.getByRole("button", { name: `Take ${granted.name} back` }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("Assignments that the manager made stay as they are")).toBeVisible();
  await dialog.getByRole("button", { name: "Take back" }).click();
  await expect(page.getByText("No asset is granted")).toBeVisible();
  expect(await ofManager(id)).toMatchObject({ is_locked: false, assets: [] });

  await own.getByRole("link", { name: "Assignments" }).click();
  await expect(own.getByRole("heading", { name: "There is no such page" })).toBeVisible();
  await own.goto("/assets");
  await expect(own.getByText("Ask the issuer to attach one to your account.")).toBeVisible();
  await expect(own.getByText(granted.name)).toHaveCount(0);
  await own.context().close();
});
