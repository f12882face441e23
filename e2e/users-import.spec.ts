import fs from "node:fs";
import type { Page } from "@playwright/test";
import { sandbox } from "./fixtures/sandbox";
import { enter, expect, test, unique } from "./fixtures/test";
import { registerUser, usersWith } from "./fixtures/users";

/** The form of a GAID, and nobody's. */
const UNKNOWN_GAID = "GA114wqp9EXcPFELYrmgg2nmBpX4T";

test("a file is checked line by line, applied as far as it can be, and taken back", async ({ page }) => {
  const tag = unique("Basalt");
  const rosa = await registerUser(`${tag} Rosa`);
  const gaid = await sandbox.newGaid();
  const category = await sandbox.amp<{ id: number }>("/categories/add", { name: tag });
  const file = [
    "name;gaid;company;categories;id",
    `${tag} Ida;${gaid};no;${tag};`,
    `${tag} Bolt AG;;yes;;`,
    `${tag} Carl;GA12;;;`,
    `${tag} Dora;${gaid};;;`,
    `${tag} Ida;;;;`,
    `${tag} Eli;${UNKNOWN_GAID};;;`,
    `${tag} Fay;${rosa.GAID};;;`,
    `${tag} Rosalie;;;${tag};${rosa.id}`,
  ].join("\r\n");
  await enter(page);
  await page.goto("/users");
  await page.getByRole("link", { name: "Import", exact: true }).click();

  const pasted = page.getByLabel("Or paste the table");
  const check = page.getByRole("button", { name: "Check the rows" });
  await pasted.fill("nmae,gaid\nIda,");
  await check.click();
  await expect(pasted).toHaveAccessibleDescription(/names a column "nmae" that is not known/);
  await expect(pasted).toHaveValue("nmae,gaid\nIda,");
  await page
    .getByLabel("File")
    .setInputFiles({ name: "investors.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  await check.click();

  await expect(page.getByRole("heading", { name: "Import of investors.csv", level: 1 })).toBeVisible();
  await expect(page.getByText("3 rows can be applied")).toBeVisible();
  for (const [line, text] of [
    [4, "This is not the form of a GAID"],
    [5, "Line 2 has the same GAID."],
    [6, "Line 2 has the same name."],
    [7, "AMP does not accept this GAID"],
    [8, `This GAID belongs to ${rosa.name} (no. ${rosa.id}).`],
  ] as const)
    await expect(rowOf(page, line)).toContainText(text);
  await expect(rowOf(page, 9)).toContainText(`Rename; was ${rosa.name}`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Rows not possible, as CSV" }).click(),
  ]);
  const refused = fs.readFileSync(await download.path(), "utf8");
  for (const name of ["Carl", "Dora", "Ida", "Eli", "Fay"]) expect(refused).toContain(`${tag} ${name}`);
  expect(await usersWith(tag)).toEqual([rosa]);

  await page.getByRole("button", { name: "Apply 3 rows" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Apply", exact: true }).click();
  await seeDone(page, 3);
  expect(await usersWith(tag)).toMatchObject([
    { name: `${tag} Bolt AG`, GAID: null, is_company: true, categories: [] },
    { name: `${tag} Ida`, GAID: gaid, is_company: false, categories: [category.id] },
    { ...rosa, name: `${tag} Rosalie`, categories: [category.id] },
  ]);

  await page.getByRole("button", { name: "Undo", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Undo the changes of 3 registered users?" });
  await dialog.getByRole("radio", { name: "Delete in AMP" }).check();
  const undo = dialog.getByRole("button", { name: "Undo", exact: true });
  await expect(undo).toBeDisabled();
  await dialog.getByLabel("Type delete to confirm").fill("delete");
  await undo.click();
  await expect(page.getByRole("heading", { name: "Undo of a bulk change", level: 1 })).toBeVisible();
  await seeDone(page, 3);
  expect(await usersWith(tag)).toEqual([rosa]);
  await page.goto(`/users?q=${encodeURIComponent(tag)}`);
  await expect(page.getByRole("rowheader")).toHaveText([rosa.name]);
});

test("an undo file is taken in by the import: one that was changed is refused, and of what is stored it leads to the page", async ({
  page,
}) => {
  const tag = unique("Marl");
  await enter(page);
  await page.goto("/users/import");
  await page.getByLabel("Or paste the table").fill(`name\n${tag} Ina`);
  await page.getByRole("button", { name: "Check the rows" }).click();
  await page.getByRole("button", { name: "Apply 1 row" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Apply", exact: true }).click();
  await seeDone(page, 1);
  const job = new URL(page.url()).pathname;
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Undo file" }).click(),
  ]);
  const undoFile = fs.readFileSync(await download.path(), "utf8");

  await page.goto("/users/import");
  const give = (text: string) =>
    page
      .getByLabel("File", { exact: true })
      .setInputFiles({ name: "undo.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await give(undoFile.replace(`${tag} Ina`, `${tag} Eve`));
  await expect(page.getByText("Its rows are checked against AMP first")).toBeVisible();
  await page.getByRole("radio", { name: "Delete in AMP" }).check();
  const check = page.getByRole("button", { name: "Check the undo" });
  await check.click();
  await expect(page.getByRole("alert").getByText("it was changed or cut off")).toBeVisible();
  expect(await usersWith(tag)).toHaveLength(1);
  await give(undoFile);
  await check.click();
  await expect(page.getByRole("heading", { name: "Import of a pasted table", level: 1 })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(job);
  await expect(page.getByRole("button", { name: "Undo", exact: true })).toBeVisible();
});

/** The row of a line of the file. */
const rowOf = (page: Page, line: number) =>
  page
    .getByRole("table", { name: "Rows" })
    .getByRole("row")
    .filter({ has: page.getByRole("cell", { name: String(line), exact: true }) });

/** The page follows the worker by itself. */
async function seeDone(page: Page, rows: number): Promise<void> {
  await expect(page.getByText(`${rows} ${rows === 1 ? "row" : "rows"} carried out.`)).toBeVisible();
  await expect(page.getByRole("progressbar", { name: "Rows carried out" })).toHaveAttribute("value", "100");
  await expect(page.getByText(`${rows} of ${rows}`, { exact: true })).toBeVisible();
}
