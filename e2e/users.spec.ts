import type { Page } from "@playwright/test";
import { issueAsset } from "./fixtures/assets";
import { sandbox } from "./fixtures/sandbox";
import { enter, expect, test, unique } from "./fixtures/test";
import { registerUser, usersWith } from "./fixtures/users";

const table = (page: Page) => page.getByRole("table", { name: "Registered users" });
/** The names in the register, in their order. */
const names = (page: Page) => table(page).getByRole("rowheader");
const search = (page: Page) => page.getByRole("searchbox", { name: "Search" });

test("the register finds by name and GAID, sorts and filters, and its address holds the view", async ({
  page,
  context,
}) => {
  const tag = unique("Quarz");
  const ada = await registerUser(`${tag} Ada`);
  await registerUser(`${tag} Mia`, { hasGaid: false });
  await registerUser(`${tag} Zeno AG`, { isCompany: true });
  await enter(page);
  await page.goto("/users");

  await search(page).fill(tag.toLowerCase());
  await expect(names(page)).toHaveText([`${tag} Ada`, `${tag} Mia`, `${tag} Zeno AG`]);
  await table(page).getByRole("link", { name: "Name" }).click();
  await expect(names(page)).toHaveText([`${tag} Zeno AG`, `${tag} Mia`, `${tag} Ada`]);
  await page.getByRole("combobox", { name: "Wallet" }).selectOption("No wallet yet");
  await expect(names(page)).toHaveText([`${tag} Mia`]);
  await page.getByRole("combobox", { name: "Wallet" }).selectOption("Has a wallet");
  await expect(names(page)).toHaveText([`${tag} Zeno AG`, `${tag} Ada`]);
  await page.getByRole("combobox", { name: "Kind" }).selectOption("Companies");
  const left = [`${tag} Zeno AG`];
  await expect(names(page)).toHaveText(left);

  await page.reload();
  await expect(names(page)).toHaveText(left);
  const secondTab = await context.newPage();
  await secondTab.goto(page.url());
  await expect(names(secondTab)).toHaveText(left);
  await expect(search(secondTab)).toHaveValue(tag.toLowerCase());
  await expect(secondTab.getByRole("combobox", { name: "Wallet" })).toHaveValue("yes");
  await expect(secondTab.getByRole("combobox", { name: "Kind" })).toHaveValue("yes");
  await secondTab.close();

  await search(page).fill(`${tag} nobody`);
  await expect(page.getByText("No registered user matches the search and filters.")).toBeVisible();
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(search(page)).toHaveValue("");
  await expect(page.getByRole("combobox", { name: "Wallet" })).toHaveValue("");
  await search(page).fill(ada.GAID ?? "");
  await expect(names(page)).toHaveText([`${tag} Ada`]);
});

test("a category is given to chosen users and taken away again, each with its preview", async ({ page }) => {
  const tag = unique("Topaz");
  const member = await registerUser(`${tag} Ada`);
  const joiner = await registerUser(`${tag} Ben`);
  const bystander = await registerUser(`${tag} Cleo`);
  const { assetUuid, name: asset } = await issueAsset({ isRestricted: true });
  const category = await sandbox.amp<{ id: number; name: string }>("/categories/add", { name: tag });
  await sandbox.amp(`/categories/${category.id}/assets/${assetUuid}/add`, undefined, "PUT");
  await sandbox.amp(`/categories/${category.id}/registered_users/${member.id}/add`, undefined, "PUT");
  const membersAtAmp = async () =>
    (await usersWith(tag)).filter(({ categories }) => categories.includes(category.id)).map(({ id }) => id);

  await enter(page);
  const dialog = await askForBoth("Add to category");
  await expect(
    dialog.getByText("1 of 2 registered users will be changed; the others have it so already."),
  ).toBeVisible();
  await expect(dialog.getByText(asset)).toBeVisible();
  await expect(dialog.getByText(`1 registered user becomes eligible: ${joiner.name}.`)).toBeVisible();
  expect(await membersAtAmp()).toEqual([member.id]);
  await dialog.getByRole("button", { name: "Add to category" }).click();
  await seeDone(`Add to ${tag}`);
  expect(await membersAtAmp()).toEqual([member.id, joiner.id]);

  const assignment = { registered_user: joiner.id, amount: 1_000, ready_for_distribution: true };
  await sandbox.amp(`/assets/${assetUuid}/assignments/create`, { assignments: [assignment] });
  const removal = await askForBoth("Remove from category");
  await expect(removal.getByText("2 registered users are no longer eligible")).toBeVisible();
  await expect(removal.getByText("1 open assignment can then not be distributed")).toBeVisible();
  const remove = removal.getByRole("button", { name: "Remove from category" });
  await expect(remove).toBeDisabled();
  await removal.getByLabel(`Type ${tag} to confirm`).fill(tag);
  await remove.click();
  await seeDone(`Remove from ${tag}`);
  expect(await membersAtAmp()).toEqual([]);
  expect((await usersWith(tag)).map(({ id }) => id)).toContain(bystander.id);

  async function askForBoth(action: string) {
    await page.goto(`/users?q=${encodeURIComponent(tag)}`);
    await page.getByRole("checkbox", { name: `Select ${member.name}` }).check();
    await page.getByRole("checkbox", { name: `Select ${joiner.name}` }).check();
    const bar = page.getByRole("region", { name: "Selected users" });
    await expect(bar.getByText("2 registered users selected")).toBeVisible();
    await bar.getByRole("button", { name: action }).click();
    const asked = page.getByRole("dialog");
    await expect(asked.getByRole("button", { name: action })).toBeDisabled();
    await asked.getByLabel("Category").selectOption(tag);
    return asked;
  }

  async function seeDone(title: string) {
    await expect(page).toHaveURL(/users\/imports\/[0-9a-f-]{36}$/);
    await expect(page.getByRole("heading", { name: title, level: 1 })).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: /^Done/ })).toBeVisible();
  }
});

test("a user's name, a further GAID and the default are changed, and what AMP refuses stands at its field", async ({
  page,
}) => {
  const tag = unique("Onyx");
  const other = await registerUser(`${tag} Ada`);
  const user = await registerUser(`${tag} Ben`);
  const further = await sandbox.newGaid();
  const atAmp = () => sandbox.amp<{ name: string; GAID: string }>(`/registered_users/${user.id}`);
  await enter(page);
  await page.goto(`/users/${user.id}`);

  await page.getByRole("button", { name: "Edit" }).click();
  const dialog = page.getByRole("dialog", { name: `Edit ${user.name}` });
  const field = dialog.getByRole("textbox", { name: "Name" });
  await expect(field).toBeFocused();
  await field.fill(other.name);
  await field.press("Enter");
  await expect(field).toHaveAccessibleDescription(/A registered user with this name exists already/);
  await expect(field).toHaveValue(other.name);
  await field.fill(`${tag} Benno`);
  await dialog.getByRole("button", { name: "Save name" }).click();
  await expect(page.getByRole("heading", { name: `${tag} Benno`, level: 1 })).toBeVisible();
  expect(await atAmp()).toMatchObject({ name: `${tag} Benno`, GAID: user.GAID });

  const gaid = page.getByRole("textbox", { name: "Add a GAID" });
  for (const [typed, text] of [
    ["GA12", "A GAID starts with GA"],
    [other.GAID ?? "", `already belongs to ${other.name}`],
  ] as const) {
    await gaid.fill(typed);
    await page.getByRole("button", { name: "Add GAID" }).click();
    await expect(gaid).toHaveAccessibleDescription(new RegExp(text));
    await expect(gaid).toHaveValue(typed);
  }
  const gaidsAtAmp = () => sandbox.amp<string[]>(`/registered_users/${user.id}/gaids`);
  expect(await gaidsAtAmp()).toEqual([user.GAID]);

  await gaid.fill(further);
  await page.getByRole("button", { name: "Add GAID" }).dblclick();
  const wallet = (of: string | null) => page.getByRole("listitem").filter({ hasText: of ?? "" });
  await expect(wallet(user.GAID)).toContainText("Default");
  await wallet(further)
    .getByRole("button", { name: /the default$/ })
    .click();
  expect((await atAmp()).GAID).toBe(user.GAID);
  await page.getByRole("dialog").getByRole("button", { name: "Make it the default" }).click();
  await expect(wallet(further)).toContainText("Default");
  expect((await atAmp()).GAID).toBe(further);
  expect((await gaidsAtAmp()).toSorted()).toEqual([user.GAID, further].toSorted());
});

test("a keyboard alone goes from the search to a user and back, and sees where it is", async ({ page }) => {
  const user = await registerUser(unique("Jade Ada"));
  await enter(page);
  await page.goto("/users");
  await expect(async () => {
    await page.keyboard.press("/"); // the shortcuts come after the page
    await expect(search(page)).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type(user.name);
  await expect(names(page)).toHaveText([user.name]);

  const link = page.getByRole("link", { name: user.name });
  await tabTo(page, link);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: user.name, level: 1 })).toBeVisible();
  // Reading goes on in the page that was opened, not at the top of the frame around it.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("main").locator(":focus")).toBeVisible();

  await page.goBack();
  await expect(search(page)).toHaveValue(user.name);
  await expect(names(page)).toHaveText([user.name]);
  await tabTo(page, link);
});

/** Presses Tab until the element has the focus; everything on the way shows that it has it. */
async function tabTo(page: Page, aim: ReturnType<Page["getByRole"]>): Promise<void> {
  const isThere = () => aim.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 25 && !(await isThere()); presses++) {
    await page.keyboard.press("Tab");
    const ring = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
      return `${outlineStyle} ${outlineWidth}`;
    });
    expect(ring).toMatch(/^solid [1-9]/);
  }
  await expect(aim).toBeFocused();
}
