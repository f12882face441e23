import type { Page } from "@playwright/test";
import { assign, issueAsset } from "./fixtures/assets";
import { assignmentsOf, makeAssignment } from "./fixtures/assignments";
import { sandbox } from "./fixtures/sandbox";
import { enter, expect, test, unique } from "./fixtures/test";
import { registerUser } from "./fixtures/users";

const list = (page: Page) => page.getByRole("table", { name: "Assignments", exact: true });

test("a change deletes the assignment and makes it anew, unless somebody else has deleted it meanwhile", async ({
  page,
}) => {
  const { assetUuid } = await issueAsset();
  const ada = await registerUser(unique("Ada Kern"));
  const old = await makeAssignment(assetUuid, { registered_user: ada.id, amount: 1_000 });
  await enter(page);
  await page.goto(`/assets/${assetUuid}/assignments`);
  const open = page.getByRole("button", { name: `Change the assignment of ${ada.name}` });
  const dialog = page.getByRole("dialog", { name: `Change the assignment of ${ada.name}` });
  const submit = dialog.getByRole("button", { name: "Delete and make anew" });
  await open.click();
  await expect(dialog.getByText("the desk deletes it and makes a new one")).toBeVisible();
  const amount = dialog.getByLabel("Amount");
  await expect(amount).toHaveValue("10.00");
  await submit.click();
  await expect(dialog.getByText("Nothing differs from the assignment as it is.")).toBeVisible();
  await amount.fill("99999999");
  await submit.click();
  await expect(dialog.getByText("more than the treasury has free")).toBeVisible();
  expect(await assignmentsOf(assetUuid)).toEqual([old]);

  await amount.fill("12.50");
  await dialog.getByLabel("Vests on").fill("2031-01-31T09:00");
  await submit.dblclick();
  await expect(page.getByText("The assignment is changed.")).toBeVisible();
  await expect(dialog).toBeHidden();
  const row = list(page).getByRole("row").filter({ hasText: ada.name });
  await expect(row).toContainText("12.50");
  await expect(row).toContainText("Vesting");
  await expect(row).toContainText("2031-01-31 09:00");
  const [made, ...others] = await assignmentsOf(assetUuid);
  expect(others).toEqual([]);
  expect(made).toMatchObject({
    ...{ registered_user: ada.id, amount: 1_250, ready_for_distribution: true },
    vesting_timestamp: Date.UTC(2031, 0, 31, 8) / 1000, // winter time in Zurich
  });
  expect(made?.id).not.toBe(old.id);

  await open.click();
  await amount.fill("13");
  await sandbox.amp(`/assets/${assetUuid}/assignments/${made?.id}/delete`, undefined, "DELETE");
  await submit.click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await expect(amount).toHaveValue("13");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await page.reload();
  await expect(page.getByText("Nothing is assigned yet")).toBeVisible();
  expect(await assignmentsOf(assetUuid)).toEqual([]);
});

test("chosen assignments are held back, unlocked and deleted in one go, and what it does not apply to is left out", async ({
  page,
}) => {
  const { assetUuid } = await issueAsset();
  await assign(assetUuid, 3);
  const ready = async () => (await assignmentsOf(assetUuid)).map((one) => one.ready_for_distribution);
  await enter(page);
  await page.goto(`/assets/${assetUuid}/assignments`);
  const bar = page.getByRole("group", { name: "What to do with the selected assignments" });
  const all = page.getByRole("checkbox", { name: "Select every assignment on this page" });
  await all.check();
  await expect(bar).toContainText("3 assignments selected");
  await expect(bar.getByRole("button", { name: "Unlock" })).toBeDisabled();
  await bar.getByRole("button", { name: "Hold back" }).click();
  const asked = page.getByRole("dialog", { name: "Hold back 3 assignments?" });
  await expect(asked.getByText("no distribution takes them until they are unlocked")).toBeVisible();
  await expect(asked.getByText("30.00")).toBeVisible();
  expect(await ready()).toEqual([true, true, true]);
  await asked.getByRole("button", { name: "Hold back" }).click();
  await expect(asked.getByText("3 rows carried out.")).toBeVisible();
  await asked.getByRole("button", { name: "Close", exact: true }).last().click();
  await expect(list(page).getByRole("row").filter({ hasText: "Held back" })).toHaveCount(3);
  expect(await ready()).toEqual([false, false, false]);

  await expect(bar).toBeHidden();
  for (const row of [1, 2]) await list(page).getByRole("row").nth(row).getByRole("checkbox").check();
  await bar.getByRole("button", { name: "Unlock" }).click();
  const unlocking = page.getByRole("dialog", { name: "Unlock 2 assignments?" });
  await unlocking.getByRole("button", { name: "Unlock" }).click();
  await expect(unlocking.getByText("2 rows carried out.")).toBeVisible();
  await unlocking.getByRole("button", { name: "Close", exact: true }).last().click();
  await expect(list(page).getByRole("row").filter({ hasText: "Ready" })).toHaveCount(2);
  expect(await ready()).toEqual([false, true, true]); // the newest stand first

  await all.check();
  await bar.getByRole("button", { name: "Hold back" }).click();
  const partly = page.getByRole("dialog", { name: "Hold back 2 assignments?" });
  await expect(partly.getByText("1 selected assignment is left out")).toBeVisible();
  await partly.getByRole("button", { name: "Cancel" }).click();
  await expect(bar).toContainText("3 assignments selected");
  expect(await ready()).toEqual([false, true, true]);

  await bar.getByRole("button", { name: "Delete" }).click();
  const deleting = page.getByRole("dialog", { name: "Delete 3 assignments?" });
  await expect(deleting.getByRole("button", { name: "Delete" })).toBeDisabled();
  await expect(deleting.locator("[data-environment]")).toHaveText("Sandbox");
  await deleting.getByLabel("Type DELETE to confirm").fill("DELETE");
  await deleting.getByRole("button", { name: "Delete" }).click();
  await expect(deleting.getByText("3 rows carried out.")).toBeVisible();
  expect(await assignmentsOf(assetUuid)).toEqual([]);
  await deleting.getByRole("button", { name: "Close", exact: true }).last().click();
  await expect(page.getByText("Nothing is assigned yet")).toBeVisible();
  await page.goto("/audit?kind=assignment");
  await expect(page.getByRole("table").getByText("Began to delete many assignments").first()).toBeVisible();
});

test("the page of one assignment holds it back, changes it and deletes it, and goes on where it is none any more", async ({
  page,
}) => {
  const { assetUuid } = await issueAsset();
  const ada = await registerUser(unique("Ada Brand"));
  const old = await makeAssignment(assetUuid, { registered_user: ada.id, amount: 1_000 });
  await enter(page);
  await page.goto(`/assets/${assetUuid}/assignments/${old.id}`);
  const button = (name: string) => page.getByRole("main").getByRole("button", { name, exact: true });
  const dialog = page.getByRole("dialog");
  await button("Hold back").click();
  await dialog.getByRole("button", { name: "Hold back" }).click();
  await expect(page.getByText("The assignment is held back.")).toBeVisible();
  await expect(button("Unlock")).toBeVisible();

  await button("Change").click();
  await dialog.getByLabel("Amount").fill("12.50");
  await dialog.getByRole("button", { name: "Delete and make anew" }).click();
  await expect(page.getByText("The assignment is changed.")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("12.50");
  const [made] = await assignmentsOf(assetUuid);
  await expect(page).toHaveURL(`/assets/${assetUuid}/assignments/${made?.id}`);

  await button("Delete").click();
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("The assignment is deleted.")).toBeVisible();
  await expect(page).toHaveURL(`/assets/${assetUuid}/assignments`);
  expect(await assignmentsOf(assetUuid)).toEqual([]);
});

test("the vesting calendar shows what vests when, month by month in the reader's zone", async ({ page }) => {
  const { assetUuid, name } = await issueAsset();
  const [ada, bo] = [await registerUser(unique("Ada Kern")), await registerUser(unique("Bo Lind"))];
  const vest = (user: number, amount: number, at: number | null, isReady = true) =>
    makeAssignment(assetUuid, {
      ...{ registered_user: user, amount, ready_for_distribution: isReady },
      vesting_timestamp: at && at / 1000,
    });
  await vest(ada.id, 1_000, null);
  await vest(ada.id, 2_000, Date.UTC(2031, 0, 31, 8));
  await vest(bo.id, 3_000, Date.UTC(2031, 0, 31, 23, 30), false); // already February in Zurich
  await enter(page);
  await page.goto(`/assets/${assetUuid}/assignments`);
  await page.getByRole("link", { name: "Vesting" }).click();

  const figure = (label: string) =>
    page.locator("dl > div").filter({ has: page.getByRole("term").getByText(label, { exact: true }) });
  for (const [label, amount] of [
    ["Open", "60.00"],
    ["Vested, not held back", "10.00"],
    ["Still vesting", "50.00"],
    ["Held back", "30.00"],
  ] as const)
    await expect(figure(label)).toContainText(amount);
  await expect(page.getByText("Times are in your time zone, Europe/Zurich")).toBeVisible();
  await expect(page.getByRole("heading", { level: 3 })).toHaveText([
    "Vested",
    "January 2031",
    "February 2031",
  ]);
  const month = (title: string) => page.getByRole("table", { name: `Vests: ${title}` });
  await expect(month("January 2031").getByRole("row").last()).toContainText(/2031-01-31 09:00.*20\.00/);
  await expect(month("January 2031")).toContainText(ada.name);
  await expect(month("February 2031").getByRole("row").last()).toContainText(/2031-02-01 00:30.*30\.00/);
  await expect(month("February 2031")).toContainText(bo.name);
  const january = page.getByRole("listitem").filter({ has: month("January 2031") });
  await expect(january).toContainText("Vested by then, together 30.00");
  await expect(january).toContainText("50.00 % of everything that is open");

  await page.goto(`/users/${bo.id}`);
  const own = page.getByRole("table", { name: "Open assignments of this user" }).getByRole("row").last();
  for (const words of [name, "30.00", "2031-02-01 00:30", "Held back"])
    await expect(own).toContainText(words);
});
