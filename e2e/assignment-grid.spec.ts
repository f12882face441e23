import type { Page } from "@playwright/test";
import { issueAsset } from "./fixtures/assets";
import { type AmpAssignment, assignmentsOf } from "./fixtures/assignments";
import { addCategory, attach } from "./fixtures/categories";
import { sandbox } from "./fixtures/sandbox";
import { enter, expect, test, unique } from "./fixtures/test";
import { registerUser } from "./fixtures/users";

const user = (page: Page, row: number) => page.getByRole("textbox", { name: `Registered user, row ${row}` });
const amount = (page: Page, row: number) => page.getByRole("textbox", { name: `Amount, row ${row}` });
const vests = (page: Page, row: number) => page.getByLabel(`Vests on, row ${row}`);
const totals = (page: Page) => page.getByRole("region", { name: "Totals" });
const contents = (rows: AmpAssignment[]) =>
  rows.map((row) => [row.registered_user, row.amount, row.ready_for_distribution, row.vesting_timestamp]);
/** In winter, when Zurich is an hour ahead of what AMP stores. */
const secondsOf = (day: string, hour: string) => Date.parse(`${day}T${hour}:00+01:00`) / 1000;

test("rows pasted into the grid are all checked before anything is sent, and AMP then has each once", async ({
  page,
}) => {
  const { assetUuid } = await issueAsset({ isRestricted: true });
  const qualified = await addCategory("Qualified");
  await attach(qualified, `assets/${assetUuid}`);
  const [ada, bo, cy] = [
    await registerUser(unique("Ada Kern")),
    await registerUser(unique("Bo Lind")),
    await registerUser(unique("Cy Moss"), { hasGaid: false }),
  ];
  for (const { id } of [ada, bo]) await attach(qualified, `registered_users/${id}`);
  const sent = () => sandbox.callsTo(`/assets/${assetUuid}/assignments/create`);
  await enter(page);
  await page.goto(`/assets/${assetUuid}/assignments`);
  await page.getByRole("link", { name: "Assign many" }).click();
  const approve = page.getByRole("button", { name: /^Assign \d+ rows…/ });

  await pasteInto(page, [
    [ada.name, "1'000.00", "", "yes"],
    [bo.GAID ?? "", "20.5", "2031-01-31 09:00", "no"],
    [String(bo.id), "3", "2020-01-31", ""],
    ["Nobody At All", "1", "", ""],
    [cy.name, "1", "", ""],
    [ada.name.toUpperCase(), "1.234", "", ""],
  ]);
  await expect(user(page, 1)).toHaveAccessibleDescription(`${ada.name} · No. ${ada.id}`);
  await expect(user(page, 2)).toHaveAccessibleDescription(`${bo.name} · No. ${bo.id}`);
  await expect(user(page, 3)).toHaveAccessibleDescription(
    /Also in row 2\..*This date is past|This date is past.*Also in row 2\./,
  );
  await expect(user(page, 4)).toHaveAccessibleDescription(
    "No registered user has this name, number or GAID.",
  );
  await expect(user(page, 5)).toHaveAccessibleDescription(
    new RegExp(`Not in every required category\\. Missing: ${qualified.name}\\..*No GAID yet`),
  );
  await expect(amount(page, 6)).toHaveAccessibleDescription(/At most 2 decimals\..*Also in row 1\./);
  await expect(totals(page)).toContainText("3 rows cannot be assigned as they stand");
  await expect(approve).toBeDisabled();
  await page.getByRole("checkbox", { name: "Only rows that need a look" }).check();
  await expect(user(page, 1)).toBeHidden();
  await expect(page.getByRole("textbox", { name: /^Registered user, row/ })).toHaveCount(4);
  await page.getByRole("checkbox", { name: "Only rows that need a look" }).uncheck();

  for (const row of [5, 4])
    await page.getByRole("button", { name: `Remove row ${row}`, exact: true }).click();
  await amount(page, 4).fill("99999999");
  await expect(totals(page)).toContainText("Together this is more than AMP's treasury balance has free.");
  await expect(approve).toBeDisabled();
  await amount(page, 4).fill("1.23");
  await expect(totals(page)).toContainText("Every row can be assigned");
  await expect(totals(page)).toContainText("1,024.73");
  expect(await sent()).toEqual([]);

  await approve.click();
  const dialog = page.getByRole("dialog", { name: "Make 4 assignments?" });
  await expect(dialog.getByText("are reserved for 2 registered users")).toBeVisible();
  await expect(dialog.getByText("1 row is ready for distribution, 3 rows are held back.")).toBeVisible();
  await dialog.getByRole("button", { name: "Assign", exact: true }).dblclick();
  await expect(page).toHaveURL(/assignments\/batches\/[0-9a-f-]{36}/);
  await expect(page.getByText("4 assignments made.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("4 assignments made.")).toBeVisible();
  expect(contents(await assignmentsOf(assetUuid))).toEqual([
    [ada.id, 100_000, true, null],
    [bo.id, 2_050, false, secondsOf("2031-01-31", "09:00")],
    [bo.id, 300, false, secondsOf("2020-01-31", "00:00")],
    [ada.id, 123, false, null],
  ]);
  expect(await sent()).toHaveLength(4);
  await page.goto(`/assets/${assetUuid}/assignments/new`);
  await expect(user(page, 1)).toHaveValue(""); // what was approved is not offered again
});

/** As from a spreadsheet: copied elsewhere, pasted into the grid's first field. */
async function pasteInto(page: Page, rows: string[][]): Promise<void> {
  const elsewhere = page.getByLabel("Rows to take over");
  await elsewhere.fill(rows.map((cells) => cells.join("\t")).join("\n"));
  await elsewhere.press("ControlOrMeta+a");
  await elsewhere.press("ControlOrMeta+x");
  await user(page, 1).focus();
  await page.keyboard.press("ControlOrMeta+v");
}

test("a CSV file's wrong rows stand in the grid, survive a reload, and are mended there", async ({
  page,
}) => {
  const { assetUuid } = await issueAsset();
  const [ada, bo] = [await registerUser(unique("Kern, Ada")), await registerUser(unique("Bo Lind"))];
  await enter(page);
  await page.goto(`/assets/${assetUuid}/assignments/new`);
  const upload = (lines: string[]) =>
    page.getByLabel("CSV file").setInputFiles({
      ...{ name: "assignments.csv", mimeType: "text/csv" },
      buffer: Buffer.from(`\uFEFF${lines.join("\r\n")}\r\n`),
    });
  await upload(["Name;Amount;Ready", `${bo.name};5;maybe`]);
  await expect(
    page.getByText('Line 2: "maybe" is neither yes nor no. Nothing was taken over.'),
  ).toBeVisible();
  await upload(["Amount,Ready,Name,Vests on", `10.00,yes,"${ada.name}",2031-02-30`, `ten,no,${bo.name},`]);
  await expect(page.getByText("2 rows taken over.")).toBeVisible();
  await expect(vests(page, 1)).toHaveAccessibleDescription(
    /This day or hour does not exist in your time zone\./,
  );
  await expect(amount(page, 2)).toHaveAccessibleDescription(/Enter digits/);
  await expect(totals(page)).toContainText("2 rows cannot be assigned as they stand");

  await page.reload();
  await expect(vests(page, 1)).toHaveValue("2031-02-30");
  await expect(vests(page, 1)).toHaveAttribute("aria-invalid", "true");
  await vests(page, 1).fill("2031-02-28 09:00");
  // A day without its hour is no text to the browser, and never means at once.
  await vests(page, 2).pressSequentially("01312031");
  await amount(page, 2).focus();
  await expect(vests(page, 2)).toHaveAccessibleDescription(/Enter the day and the hour, or clear the date\./);
  await vests(page, 2).fill("");
  await amount(page, 2).fill("10");
  await expect(totals(page)).toContainText("Every row can be assigned");
  expect(await assignmentsOf(assetUuid)).toEqual([]);
  await page.getByRole("button", { name: "Assign 2 rows…" }).click();
  const dialog = page.getByRole("dialog", { name: "Make 2 assignments?" });
  await dialog.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(page.getByText("2 assignments made.")).toBeVisible();
  expect(contents(await assignmentsOf(assetUuid))).toEqual([
    [ada.id, 1_000, true, secondsOf("2031-02-28", "09:00")],
    [bo.id, 1_000, false, null],
  ]);
});
