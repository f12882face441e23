import type { BrowserContext, Page } from "@playwright/test";
import { activityText } from "@/lib/messages/activity";
import { ampText } from "@/lib/messages/amp";
import { ampDistributionsText } from "@/lib/messages/amp-distributions";
import { assetsText } from "@/lib/messages/assets";
import { assignmentsText } from "@/lib/messages/assignments";
import { categoriesText } from "@/lib/messages/categories";
import { gaidsText } from "@/lib/messages/gaids";
import { managersText } from "@/lib/messages/managers";
import { overviewText } from "@/lib/messages/overview";
import { ownershipNotesText } from "@/lib/messages/ownership-notes";
import { transactionsText } from "@/lib/messages/transactions";
import { usersText } from "@/lib/messages/users";
import { utxosText } from "@/lib/messages/utxos";
import { sandbox } from "./fixtures/sandbox";
import { enter, expect, test } from "./fixtures/test";

const SLOW_MS = 2_000;

interface List {
  path: string;
  /** The call of AMP that its rows come from. */
  target: string;
  /** What the page says when there is nothing. */
  empty: string[];
}

/** Lists that do not need each other's calls stand together: they go wrong at the same time. */
async function listsOfTheDesk(): Promise<List[][]> {
  const assets = await sandbox.amp<{ asset_uuid: string; name: string }[]>("/assets/");
  const uuid = assets.find(({ name }) => name === "Alpine Growth Fund I")?.asset_uuid;
  const users = await sandbox.amp<{ GAID: string | null }[]>("/registered_users/");
  const gaid = users.find(({ GAID }) => GAID)?.GAID;
  const all = (path: string, target: string, empty: { title: string; text: string }): List => ({
    ...{ path, target },
    empty: [empty.title, empty.text],
  });
  const ofAsset = (path: string, call: string, ...empty: string[]): List => ({
    path: `/assets/${uuid}/${path}`,
    target: `GET /assets/${uuid}/${call}`,
    empty,
  });
  return [
    [
      ofAsset("assignments", "assignments", assignmentsText.empty.title, assignmentsText.empty.text),
      ofAsset("utxos", "utxos", utxosText.empty.title, utxosText.empty.text),
      ofAsset("transactions", "txs", transactionsText.empty.title, transactionsText.empty.text),
      ofAsset("activity", "activities", activityText.empty.title, activityText.empty.text),
      ofAsset("ownership", "ownerships", ownershipNotesText.empty.title, ownershipNotesText.empty.text),
      ofAsset("distributions", "distributions", ampDistributionsText.empty),
    ],
    [
      all("/users", "listRegisteredUsers", usersText.empty),
      all("/managers", "listManagers", managersText.empty),
      { path: `/gaids/${gaid}`, target: "listGaidBalances", empty: [gaidsText.balances.none] },
    ],
    [
      all("/assets", "listAssets", assetsText.empty),
      all("/categories", "listCategories", categoriesText.empty),
    ],
  ];
}

/** What is safe and what to do stands in the same sentence. */
const FAILURES = new RegExp(`${ampText.unreachable}|${ampDistributionsText.failed}`);

/** Of a page that shows nothing, or of a list whose last copy is shown. */
const again = (page: Page) =>
  page
    .getByRole("main")
    .getByRole("button", { name: /^(Try again|Refresh)/ })
    .first();

/** Says that it failed, offers to try again, and says nothing of an empty list. */
async function expectFailure(page: Page, { path, empty }: List): Promise<void> {
  const main = page.getByRole("main");
  await expect(main.getByText(FAILURES).first(), path).toBeVisible();
  await expect(again(page), path).toBeVisible();
  for (const words of empty) await expect(main.getByText(words), path).toHaveCount(0);
}

/** The rows are back, by the same button. */
async function expectRecovery(page: Page, { path, empty }: List): Promise<void> {
  const main = page.getByRole("main");
  await again(page).click();
  await expect(main.getByText(FAILURES), path).toHaveCount(0);
  await expect(main.getByRole("row").nth(1), path).toBeVisible();
  for (const words of empty) await expect(main.getByText(words), path).toHaveCount(0);
}

const openEach = (context: BrowserContext, lists: List[]) =>
  Promise.all(
    lists.map(async (list) => {
      const page = await context.newPage();
      await page.goto(list.path);
      return { page, list };
    }),
  );

test("an outage of AMP is never shown as an empty list, and trying again brings the rows back", async ({
  page,
  context,
}) => {
  const groups = await listsOfTheDesk();
  await enter(page);
  for (const lists of groups) {
    let opened: Awaited<ReturnType<typeof openEach>> = [];
    const orders = lists.map(({ target }) => ({ kind: "server_error", status: 503, target }));
    await sandbox.troubled(orders, async () => {
      opened = await openEach(context, lists);
      for (const { page: tab, list } of opened) await expectFailure(tab, list);
    });
    const [first] = opened;
    if (first) await expectRecovery(first.page, first.list);
    for (const { page: tab } of opened) await tab.close();
  }
});

test("while AMP is away, what the desk has copied is shown with its age, and the overview has what the desk knows itself", async ({
  page,
}) => {
  const assets = await sandbox.amp<{ asset_uuid: string; name: string }[]>("/assets/");
  const uuid = assets.find(({ name }) => name === "Alpine Growth Fund I")?.asset_uuid;
  const main = page.getByRole("main");
  await enter(page);
  const copied = ["/users", "/assets", `/assets/${uuid}/assignments`];
  for (const path of copied) {
    await page.goto(path);
    await expect(main.getByRole("row").nth(1)).toBeVisible();
  }
  await sandbox.troubled([{ kind: "server_error", status: 503, target: "*" }], async () => {
    for (const path of copied) {
      await page.goto(path);
      await expect(main.getByText(ampText.unreachable).first(), path).toBeVisible();
      await expect(main.getByRole("row").nth(1), path).toBeVisible();
      await expect(main.getByText(/^as of \d{4}-/).first(), path).toBeVisible();
    }
    await page.goto("/overview");
    await expect(main.getByText(ampText.unreachable)).toBeVisible();
    await expect(main.getByRole("heading", { name: overviewText.alerts.title })).toBeVisible();
    await expect(main.getByText(assetsText.empty.title)).toHaveCount(0);
  });
  await main.getByRole("button", { name: "Try again" }).click();
  await expect(main.getByText(ampText.unreachable)).toHaveCount(0);
  await expect(main.getByText(overviewText.figures.assets, { exact: true }).first()).toBeVisible();
});

test("a list that stands keeps its rows and their age when AMP goes away", async ({ page }) => {
  const list = (await listsOfTheDesk()).flat().find(({ path }) => path.endsWith("/activity"));
  await enter(page);
  await page.goto(list?.path ?? "");
  const main = page.getByRole("main");
  await expect(main.getByRole("row").nth(1)).toBeVisible();
  await expect(main.locator("tr[aria-hidden]")).toHaveCount(0); // the rows below the window are there as well
  const rows = await main.getByRole("row").count();
  const age = await main.getByText(/^as of /).textContent();
  const order = { kind: "server_error", status: 503, target: list?.target ?? "" };
  await sandbox.troubled([order], async () => {
    await main.getByRole("button", { name: "Refresh" }).click();
    await expect(main.getByText(ampText.unreachable)).toBeVisible();
    await expect(main.getByRole("row")).toHaveCount(rows);
    await expect(main.getByText(/^as of /)).toHaveText(age ?? "");
  });
  await main.getByRole("button", { name: "Refresh" }).click();
  await expect(main.getByText(ampText.unreachable)).toHaveCount(0);
});

test("a list that AMP is slow to answer for says that it is read, and nothing of being empty", async ({
  page,
}) => {
  await enter(page);
  await page.goto("/overview");
  const main = page.getByRole("main");
  await sandbox.troubled([{ kind: "latency", ms: SLOW_MS, target: "listManagers" }], async () => {
    await page.getByRole("link", { name: "Managers", exact: true }).click();
    await expect(main.getByText("Loading…")).toBeAttached();
    await expect(main.getByText(managersText.empty.title)).toHaveCount(0);
    await expect(main.getByRole("heading", { name: "Managers", level: 1 })).toBeVisible();
    await expect(main.getByRole("row").nth(1)).toBeVisible();
  });
});
