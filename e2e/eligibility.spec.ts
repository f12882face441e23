import type { Page } from "@playwright/test";
import { eligibilityText } from "@/lib/messages/eligibility";
import { eligibilityMatrixText } from "@/lib/messages/eligibility-matrix";
import { uiText } from "@/lib/messages/ui";
import { usersText } from "@/lib/messages/users";
import { routes } from "@/lib/routes";
import { issueAsset } from "./fixtures/assets";
import { addCategory, attach, type Category } from "./fixtures/categories";
import { distribute, type Holder } from "./fixtures/holders";
import { sandbox } from "./fixtures/sandbox";
import { enter, expect, test, unique } from "./fixtures/test";
import { type AmpUser, registerUser } from "./fixtures/users";

const { summary, list, rules, remedies, everybody } = eligibilityText;
const { why } = eligibilityMatrixText;

interface World {
  asset: { assetUuid: string; name: string };
  category: Category;
  /** In the names of all three. */
  tag: string;
  /** Has units, and every category. */
  ada: Holder;
  /** Lacks the category. */
  bo: AmpUser;
  /** Lacks it, and a wallet. */
  cy: AmpUser;
}

async function makeWorld(): Promise<World> {
  const tag = unique("Beryl");
  const asset = await issueAsset({ isRestricted: true });
  const [ada] = (await distribute(asset.assetUuid, { [`${tag} Ada`]: 60_000 })) as [Holder];
  const bo = await registerUser(`${tag} Bo`);
  const cy = await registerUser(`${tag} Cy`, { hasGaid: false });
  const category = await addCategory("Qualified");
  await attach(category, `registered_users/${ada.id}`);
  await attach(category, `assets/${asset.assetUuid}`);
  return { asset, category, tag, ada, bo, cy };
}

/** Of the whole register, by AMP's own list, in the page's words. */
async function countAtAmp(fails: (user: AmpUser) => boolean): Promise<string> {
  const users = await sandbox.amp<AmpUser[]>("/registered_users/");
  return summary.ofAll(users.filter(fails).length, users.length);
}

const ruleRow = (page: Page, rule: string) =>
  page.getByRole("table", { name: summary.title }).getByRole("row").filter({ hasText: rule });
const search = (page: Page) => page.getByRole("searchbox", { name: uiText.filters.search });
const register = (page: Page) => page.getByRole("table", { name: list.title, exact: true });
const userRow = (page: Page, { name }: { name: string }) =>
  register(page).getByRole("row").filter({ hasText: name });

test("who may not receive an asset is counted by rule, and a user's remedy, carried out, clears the row and the way at AMP", async ({
  page,
}) => {
  const { asset, category, tag, ada, bo, cy } = await makeWorld();
  const lacks = (user: AmpUser) => !user.categories.includes(category.id);
  const pay = () => sandbox.send(ada.gaid, asset.assetUuid, { [bo.GAID ?? ""]: 100 });
  await expect(pay()).rejects.toThrow(/categor/i);

  await enter(page);
  await page.goto(routes.asset(asset.assetUuid));
  await page.getByRole("link", { name: eligibilityText.title, exact: true }).click();
  const missing = ruleRow(page, summary.missing(category.name));
  await expect(missing).toContainText(await countAtAmp(lacks));
  await expect(ruleRow(page, summary.noGaid)).toContainText(await countAtAmp(({ GAID }) => GAID === null));
  await expect(ruleRow(page, summary.now)).toContainText(await countAtAmp((user) => user.id === ada.id));

  await missing.getByRole("link").click();
  await expect(page).toHaveURL((url) => url.searchParams.get("rule") === String(category.id));
  await search(page).fill(tag);
  await expect(register(page).getByRole("rowheader")).toHaveText([bo.name, cy.name]);
  for (const rule of [rules.category(category.name), rules["no-gaid"]])
    await expect(userRow(page, cy)).toContainText(rule);
  await expect(userRow(page, bo)).toContainText(list.no);
  await expect(userRow(page, bo)).not.toContainText(rules["no-gaid"]);

  await userRow(page, bo).getByRole("link", { name: remedies.category }).click();
  await expect(page.getByRole("heading", { name: bo.name, level: 1 })).toBeVisible();
  // The category is chosen already.
  await page.getByRole("button", { name: usersText.categories.add }).click();
  await page.getByRole("dialog").getByRole("button", { name: usersText.categories.add }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(await sandbox.amp<AmpUser>(`/registered_users/${bo.id}`)).toMatchObject({
    categories: [category.id],
  });

  await page.goBack();
  await expect(register(page).getByRole("rowheader")).toHaveText([cy.name]);
  await expect(missing).toContainText(await countAtAmp(lacks));
  await page.getByRole("combobox", { name: list.filter }).selectOption(list.clear);
  await expect(register(page).getByRole("rowheader")).toHaveText([ada.name, bo.name]);
  await expect(userRow(page, bo)).toContainText(list.nothing);
  await pay();
});

test("a cell of the whole register says every rule that fails with what to do, and what is in order", async ({
  page,
}) => {
  const { asset, category, tag, ada, cy } = await makeWorld();
  await sandbox.amp(`/assets/${asset.assetUuid}/lock`, undefined, "PUT");
  await enter(page);
  await page.goto(routes.users);
  await page.getByRole("link", { name: eligibilityMatrixText.link, exact: true }).click();
  await expect(page.getByRole("heading", { name: eligibilityMatrixText.title, level: 1 })).toBeVisible();
  await search(page).fill(tag);
  await page.getByLabel(eligibilityMatrixText.filters.asset).fill(asset.name);
  const grid = page.getByRole("grid", { name: eligibilityMatrixText.caption });
  await expect(grid.getByRole("columnheader")).toHaveText([eligibilityMatrixText.user, asset.name]);
  const cell = (user: { name: string }, failing: number) =>
    grid.getByRole("button", {
      name: eligibilityMatrixText.cell(user.name, asset.name, eligibilityMatrixText.failing(failing)),
      exact: true,
    });
  await expect(cell(ada, 1)).toBeVisible();
  await cell(cy, 3).click();

  const dialog = page.getByRole("dialog", { name: why.title(cy.name, asset.name) });
  await expect(dialog.getByText(why.no(3))).toBeVisible();
  const part = (title: string) =>
    dialog.locator("section").filter({ has: page.getByRole("heading", { name: title }) });
  await expect(part(why.failing).getByRole("listitem")).toHaveText([
    new RegExp(`${rules.locked}.*${everybody.locked.remedy}`),
    new RegExp(`${rules.category(category.name)}.*${remedies.category}`),
    new RegExp(`${rules["no-gaid"]}.*${remedies["no-gaid"]}`),
  ]);
  await expect(part(why.passed).getByRole("listitem")).toHaveText([why.passes.unauthorized]);
  await expect(dialog.getByText(why.blacklistedUnknown)).toBeVisible();

  await dialog.getByRole("link", { name: why.more }).click();
  await expect(page.getByText(everybody.locked.title)).toBeVisible();
  await expect(register(page).getByRole("rowheader")).toHaveText([cy.name]);
  for (const rule of [rules.locked, rules.category(category.name), rules["no-gaid"]])
    await expect(userRow(page, cy)).toContainText(rule);
  await page.getByRole("link", { name: eligibilityText.showAll }).click();
  await expect(ruleRow(page, summary.now)).toContainText(await countAtAmp(() => false));
});
