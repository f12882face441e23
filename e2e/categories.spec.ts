import { issueAsset } from "./fixtures/assets";
import { makeAssignment } from "./fixtures/assignments";
import { addCategory, attach, detach } from "./fixtures/categories";
import { sandbox } from "./fixtures/sandbox";
import { enter, expect, test, unique } from "./fixtures/test";
import { type AmpUser, registerUser, usersWith } from "./fixtures/users";

const categoriesOf = async ({ id }: AmpUser) =>
  (await sandbox.amp<AmpUser>(`/registered_users/${id}`)).categories;

test("before a member is added or removed it is said who becomes eligible or not, and which assignments wait", async ({
  page,
}) => {
  const { assetUuid, name: asset } = await issueAsset({ isRestricted: true });
  const category = await addCategory("Qualified");
  const ada = await registerUser(unique("Ada Kern"));
  await attach(category, `assets/${assetUuid}`);
  await attach(category, `registered_users/${ada.id}`);
  await makeAssignment(assetUuid, { registered_user: ada.id, amount: 1_000 });
  await detach(category, `registered_users/${ada.id}`);
  await enter(page);
  await page.goto(`/categories/${category.id}`);

  await page.getByRole("combobox", { name: "Add a member" }).fill(ada.name);
  await page.getByRole("option", { name: ada.name }).click();
  await page.getByRole("button", { name: "Add to category" }).click();
  const adding = page.getByRole("dialog", { name: `Add ${ada.name} to ${category.name}?` });
  for (const words of [
    asset,
    `1 registered user becomes eligible: ${ada.name}.`,
    "1 open assignment can then be distributed.",
  ])
    await expect(adding.getByText(words, { exact: true })).toBeVisible();
  expect(await categoriesOf(ada)).toEqual([]);
  await adding.getByRole("button", { name: "Add to category" }).click();
  await expect(page.getByText(`${ada.name} is in ${category.name}`)).toBeVisible();
  await expect(
    page.getByRole("table", { name: "Members" }).getByRole("link", { name: ada.name }),
  ).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Add a member" })).toHaveValue("");
  expect(await categoriesOf(ada)).toEqual([category.id]);

  await page.getByRole("button", { name: `Remove ${ada.name} from this category` }).click();
  const removing = page.getByRole("dialog", { name: `Remove ${ada.name} from ${category.name}?` });
  for (const words of [
    `1 registered user is no longer eligible: ${ada.name}.`,
    "1 open assignment can then not be distributed until the user qualifies again.",
  ])
    await expect(removing.getByText(words)).toBeVisible();
  const remove = removing.getByRole("button", { name: "Remove from category" });
  await expect(remove).toBeDisabled();
  expect(await categoriesOf(ada)).toEqual([category.id]);
  await removing.getByLabel(`Type ${ada.name} to confirm`).fill(ada.name);
  await remove.click();
  await expect(page.getByText("No member yet")).toBeVisible();
  expect(await categoriesOf(ada)).toEqual([]);
});

test("before an asset requires a category its eligible users are counted, now and afterwards", async ({
  page,
}) => {
  const { assetUuid, name: asset } = await issueAsset({ isRestricted: true });
  const category = await addCategory("Qualified");
  const [ada, bo] = [await registerUser(unique("Ada Kern")), await registerUser(unique("Bo Lind"))];
  await attach(category, `registered_users/${ada.id}`);
  await makeAssignment(assetUuid, { registered_user: bo.id, amount: 1_000 });
  const requirements = async () =>
    (await sandbox.amp<{ requirements: number[] }>(`/assets/${assetUuid}`)).requirements;
  await enter(page);
  await page.goto(`/categories/${category.id}`);
  await page.getByRole("combobox", { name: "Require it for another asset" }).selectOption({ label: asset });
  await page.getByRole("button", { name: "Require category" }).click();
  const dialog = page.getByRole("dialog", { name: `Require ${category.name} for ${asset}?` });
  const figure = (label: string) =>
    dialog.locator("dl > div").filter({ has: page.getByRole("term").getByText(label, { exact: true }) });
  const { length: users } = await sandbox.amp<unknown[]>("/registered_users/");
  await expect(figure("Eligible now").getByRole("definition").first()).toHaveText(String(users));
  await expect(figure("Eligible afterwards").getByRole("definition").first()).toHaveText("1");
  await expect(dialog.getByText("1 open assignment can then not be distributed")).toBeVisible();
  const confirm = dialog.getByRole("button", { name: "Require category" });
  await expect(confirm).toBeDisabled();
  expect(await requirements()).toEqual([]);
  await dialog.getByLabel(`Type ${asset} to confirm`).fill(asset);
  await confirm.click();
  const row = page
    .getByRole("table", { name: "Assets that require it" })
    .getByRole("row")
    .filter({ hasText: asset });
  await expect(row).toContainText(`1 of ${users}`);
  expect(await requirements()).toEqual([category.id]);
});

test("cells changed in the matrix wait for review, are asked about on leaving, and are applied at AMP", async ({
  page,
}) => {
  const tag = unique("Onyx");
  const [one, other] = [await addCategory(`${tag} A`), await addCategory(`${tag} B`)];
  const [ada, bo] = [await registerUser(`${tag} Ada`), await registerUser(`${tag} Bo`)];
  await attach(other, `registered_users/${bo.id}`);
  await enter(page);
  await page.goto(`/categories/matrix?q=${encodeURIComponent(tag)}`);
  await page.getByRole("searchbox", { name: "Search the categories" }).fill(tag);
  await expect(page.getByText("Categories 1–2 of 2")).toBeVisible();
  const cell = (user: AmpUser, category: { name: string }) =>
    page.getByRole("checkbox", { name: `${user.name} in ${category.name}` });
  await expect(cell(bo, other)).toBeChecked();

  await cell(ada, one).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await expect(cell(bo, other)).toBeFocused();
  await page.keyboard.press("Space");
  await expect(cell(bo, other)).not.toBeChecked();
  await expect(cell(bo, other)).toHaveAccessibleName(/change waits for review$/);
  const waiting = page.getByText("2 changes for 2 users wait for review. Nothing has been sent.");
  await expect(waiting).toBeVisible();

  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe("beforeunload");
  await question.dismiss();
  await page.getByRole("link", { name: ada.name }).click();
  await expect(page.getByRole("heading", { name: ada.name, level: 1 })).toBeVisible();
  await page.goBack();
  await expect(waiting).toBeVisible();
  expect((await usersWith(tag)).map(({ categories }) => categories)).toEqual([[], [other.id]]);

  await page.getByRole("button", { name: "Review changes" }).click();
  const review = page.getByRole("dialog", { name: "Review 2 changes" });
  const lines = review.getByRole("listitem");
  await expect(lines.filter({ hasText: ada.name })).toHaveText(`${ada.name}: into ${one.name}`);
  await expect(lines.filter({ hasText: bo.name })).toHaveText(`${bo.name}: out of ${other.name}`);
  await expect(
    review.getByText("Nobody becomes eligible for an asset, and nobody ceases to be."),
  ).toBeVisible();
  await review.getByRole("button", { name: "Apply 2 changes" }).dblclick();
  await expect(page).toHaveURL(/\/users\/imports\/[0-9a-f-]{36}/);
  await expect(page.getByText("2 rows carried out.")).toBeVisible();
  expect((await usersWith(tag)).map(({ categories }) => categories)).toEqual([[one.id], []]);
});
