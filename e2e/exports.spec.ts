import fs from "node:fs/promises";
import type { Page } from "@playwright/test";
import { parseCsv } from "@/lib/domain/csv";
import { withoutApostrophe } from "@/lib/domain/exports";
import { issueAsset } from "./fixtures/assets";
import { distribute, type Holder } from "./fixtures/holders";
import { sandbox } from "./fixtures/sandbox";
import { enter, expect, test, unique } from "./fixtures/test";

interface Json {
  about: Record<string, string>;
  rows: Record<string, string | number | boolean | null | (string | number)[]>[];
  count: number;
}

/** What both files of a list say, each downloaded as a person does. */
interface Exported {
  name: string;
  text: string;
  head: Record<string, string>;
  /** By the names of the columns. */
  rows: Record<string, string>[];
  json: Json;
}

async function exportBoth(page: Page, title: string): Promise<Exported> {
  const csv = await download(page, title, "Download CSV");
  const json = await download(page, title, "Download JSON");
  const lines = parseCsv(csv.text, ",").rows;
  const isAbout = ([term]: string[]) => term?.startsWith("# ") ?? false;
  const [columns = [], ...cells] = lines.filter((line) => !isAbout(line));
  return {
    ...csv,
    head: Object.fromEntries(lines.filter(isAbout).map(([term = "", value]) => [term.slice(2), value])),
    rows: cells.map((line) => Object.fromEntries(columns.map((column, at) => [column, line[at]]))),
    json: JSON.parse(json.text) as Json,
  } as Exported;
}

async function download(page: Page, title: string, button: string): Promise<{ name: string; text: string }> {
  await page.getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog", { name: title });
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("link", { name: button }).click(),
  ]);
  await expect(dialog).toBeHidden();
  return { name: file.suggestedFilename(), text: await fs.readFile(await file.path(), "utf8") };
}

/** As a CSV has the values that JSON has. */
const asText = (rows: Json["rows"]) =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => {
        if (Array.isArray(value)) return [name, value.join(name === "categories" ? "; " : " ")];
        return [name, value === null ? "" : `${value}`];
      }),
    ),
  );

const asTyped = (row: Record<string, string>) => ({ ...row, name: withoutApostrophe(row.name ?? "") });

/** What a spreadsheet would run is in the files as it was typed, behind an apostrophe in the one for spreadsheets. */
const FORMULA = '=HYPERLINK("https://example.com","Ada")';

let assetUuid: string;
let asset: string;
let ada: Holder;
let height: number;
const tag = unique("Berg").replace(" ", "-");
test.beforeAll(async () => {
  ({ assetUuid, name: asset } = await issueAsset());
  const shares = { [`${FORMULA} ${tag}`]: 60_000, [`Ben ${tag}`]: 40_000 };
  const holders = (await distribute(assetUuid, shares)) as [Holder, Holder];
  ada = holders[0];
  const moved = await sandbox.amp<{ type: string; blockheight: number }[]>(`/assets/${assetUuid}/activities`);
  height = moved.find(({ type }) => type === "distribution")?.blockheight ?? 0;
  await sandbox.send(ada.gaid, assetUuid, { [holders[1].gaid]: 5_000 });
  await sandbox.mine(1);
});

test("the owners at a block are saved with what the file is of, exactly, and a name is no formula", async ({
  page,
}) => {
  await enter(page);
  await page.goto(`/assets/${assetUuid}/ownership?at=${height}&kind=user`);
  const { name, text, head, rows, json } = await exportBoth(page, "Export owners");

  expect(name).toMatch(
    new RegExp(`^ampdesk-sandbox-glacier-unit-.*-owners-at-${height}-\\d{8}t\\d{6}z\\.csv$`),
  );
  expect(head).toMatchObject({
    "Ampdesk export": "owners",
    Environment: "sandbox",
    Asset: `${asset} ${assetUuid}`,
    "Block height": String(height),
    "Rows as of": expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/),
    "Filter and order": `kind=user; at=${height}; sort=-amount`,
  });
  expect(rows).toEqual([
    expect.objectContaining({
      name: `'${ada.name}`,
      gaids: ada.gaid,
      amount: "600.00",
      amount_sats: "60000",
    }),
    expect.objectContaining({ name: `Ben ${tag}`, amount: "400.00", amount_sats: "40000" }),
  ]);
  expect(text).toContain(`"'=HYPERLINK(""https://example.com"",""Ada"") ${tag}"`);

  expect(json.about).toMatchObject({ environment: "sandbox", block_height: String(height) });
  expect(json.count).toBe(2);
  expect(json.rows[0]?.name).toBe(ada.name);
  expect(asText(json.rows)).toEqual(rows.map(asTyped));
  const owned = await sandbox.amp<{ GAID: string | null; amount: number }[]>(
    `/assets/${assetUuid}/ownerships?height=${height}`,
  );
  for (const { gaids, amount_sats } of json.rows) {
    const [gaid] = gaids as string[];
    expect(owned).toContainEqual(expect.objectContaining({ GAID: gaid, amount: Number(amount_sats) }));
  }

  await page.goto("/audit?kind=export");
  const entries = page.getByRole("row").filter({ hasText: asset });
  await expect(entries).toHaveCount(2);
  for (const format of ["csv", "json"])
    await expect(entries.filter({ hasText: `Format${format}` })).toContainText(
      /Exported a list.*owners.*issuer.*Done/,
    );
});

test("the registered users that a search finds are saved, every one of them and nobody else", async ({
  page,
}) => {
  await enter(page);
  await page.goto("/users");
  await page.getByRole("searchbox", { name: "Search" }).fill(tag);
  await expect(page).toHaveURL((url) => url.searchParams.get("q") === tag);
  const { name, head, rows, json } = await exportBoth(page, "Export registered users");

  expect(name).toMatch(/^ampdesk-sandbox-users-\d{8}t\d{6}z\.csv$/);
  expect(head).toMatchObject({ Environment: "sandbox", "Filter and order": `q=${tag}; sort=name` });
  expect(head).not.toHaveProperty("Block height");
  expect(rows.map((row) => row.name).sort()).toEqual([`'${ada.name}`, `Ben ${tag}`]);
  expect(rows.find((row) => row.gaid === ada.gaid)).toMatchObject({
    ...{ id: String(ada.id), name: `'${ada.name}`, is_company: "false" },
  });
  expect(asText(json.rows)).toEqual(rows.map(asTyped));
  expect(json.count).toBe(2);

  await page.goto("/audit?kind=export");
  const newest = page.getByRole("row").filter({ hasText: "Listusers" });
  await expect(newest.first()).toContainText(/Exported a list.*Formatjson.*issuer.*Done/);
});
