import type { Locator, Page } from "@playwright/test";
import { groupDigits } from "@/lib/format/amounts";
import { shortenMiddle } from "@/lib/format/ids";
import { issueAsset } from "./fixtures/assets";
import { distribute, type Holder } from "./fixtures/holders";
import { sandbox } from "./fixtures/sandbox";
import { enter, expect, test, unique } from "./fixtures/test";

interface Movement {
  type: string;
  blockheight: number;
  datetime: string;
}

/** Ada gets 600.00 and Ben 400.00; then Ada sends Ben 50.00, and 100.00 to a second wallet of her own. */
interface World {
  assetUuid: string;
  ada: Holder;
  ben: Holder;
  second: string;
  issued: Movement;
  distributed: Movement;
  sent: Movement;
}

let world: World;
test.beforeAll(async () => {
  const { assetUuid } = await issueAsset();
  const shares = { [unique("Ada Berg")]: 60_000, [unique("Ben Frei")]: 40_000 };
  const [ada, ben] = (await distribute(assetUuid, shares)) as [Holder, Holder];
  const second = await sandbox.newGaid();
  await sandbox.amp(`/registered_users/${ada.id}/gaids/add`, second);
  await sandbox.send(ada.gaid, assetUuid, { [ben.gaid]: 5_000, [second]: 10_000 });
  await sandbox.mine(1);
  const movements = await sandbox.amp<Movement[]>(`/assets/${assetUuid}/activities`);
  const first = (wanted: string) => movements.find(({ type }) => type === wanted) as Movement;
  const [issued, distributed, sent] = [first("issuance"), first("distribution"), first("transfer")];
  world = { assetUuid, ada, ben, second, issued, distributed, sent };
});

/** What AMP says each wallet owns, in sats; the treasury under "". */
async function ownedAtAmp(query = ""): Promise<Record<string, number>> {
  const rows = await sandbox.amp<{ GAID: string | null; amount: number }[]>(
    `/assets/${world.assetUuid}/ownerships${query}`,
  );
  return Object.fromEntries(rows.map(({ GAID, amount }) => [GAID ?? "", amount]));
}

const figure = (page: Page, label: string) =>
  page.locator("dl > div").filter({ has: page.getByRole("term").getByText(label, { exact: true }) });
const rowOf = (table: Locator, ...texts: string[]) =>
  texts.reduce((rows, text) => rows.filter({ hasText: text }), table.getByRole("row"));

test("owners are told by person and by wallet, the treasury apart, and add up to the supply", async ({
  page,
}) => {
  const { assetUuid, ada, ben, second } = world;
  expect(await ownedAtAmp()).toEqual({
    ...{ "": 9_900_000, [ada.gaid]: 45_000, [second]: 10_000, [ben.gaid]: 45_000 },
  });
  await enter(page);
  await page.goto(`/assets/${assetUuid}`);
  await page.getByRole("link", { name: "Ownership", exact: true }).click();

  const owners = page.getByRole("table", { name: "Owners" });
  await expect(rowOf(owners, "Treasury")).toContainText(/99,000\.00.*99\.00%/);
  await expect(rowOf(owners, ada.name)).toContainText(/550\.00.*0\.55%/);
  await expect(rowOf(owners, ada.name)).toContainText(shortenMiddle(second));
  await expect(rowOf(owners, ben.name)).toContainText(/450\.00.*0\.45%/);
  await expect(owners.getByRole("row")).toHaveCount(1 + 3 + 1); // with head and foot
  const total = rowOf(owners, "All owners together");
  await expect(total).toContainText(/100,000\.00.*100\.00%/);

  await expect(figure(page, "Supply")).toContainText("100,000.00");
  await expect(figure(page, "In the treasury")).toContainText("99,000.00");
  await expect(figure(page, "In circulation")).toContainText("1,000.00");
  await expect(figure(page, "Lost or on its way")).toHaveCount(0);
  await expect(page.getByRole("img", { name: /largest owners/ })).toHaveAccessibleName(
    new RegExp(`Treasury 99\\.00%, ${ada.name} 0\\.55%, ${ben.name} 0\\.45%`),
  );

  await page.getByRole("link", { name: "By GAID" }).click();
  await expect(page).toHaveURL(/by=gaid/);
  await expect(rowOf(owners, ada.name, shortenMiddle(ada.gaid))).toContainText("450.00");
  await expect(rowOf(owners, ada.name, shortenMiddle(second))).toContainText("100.00");
  await expect(owners.getByRole("row")).toHaveCount(1 + 4 + 1);
  await expect(total).toContainText(/100,000\.00.*100\.00%/);
  await expect(figure(page, "Holders").first()).toContainText(/^Holders2/); // people, however many wallets
});

test("an earlier block or day shows what was then and says so; before the issuance nobody owned any", async ({
  page,
}) => {
  const { assetUuid, ada, ben, issued, distributed, sent } = world;
  const then = await ownedAtAmp(`?height=${distributed.blockheight}`);
  expect(then).toEqual({ "": 9_900_000, [ada.gaid]: 60_000, [ben.gaid]: 40_000 });
  await enter(page);
  await page.goto(`/assets/${assetUuid}/ownership`);
  const at = async (moment: string) => {
    await page.getByLabel("Block or date").fill(moment);
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL((url) => url.searchParams.get("at") === moment);
  };
  const owners = page.getByRole("table", { name: "Owners" });

  await at(String(distributed.blockheight));
  const block = groupDigits(String(distributed.blockheight));
  await expect(page.getByText(`Ownership at the end of block ${block}`)).toBeVisible();
  await expect(
    page.getByText("AMP's own answer for this block is the same for every account."),
  ).toBeVisible();
  await expect(rowOf(owners, ada.name)).toContainText("600.00");
  await expect(rowOf(owners, ben.name)).toContainText("400.00");
  await expect(page.getByText("this is also how it stands now")).toHaveCount(0);

  const day = sent.datetime.slice(0, 10);
  await at(day);
  await expect(page.getByText(`Ownership on ${day} 23:59:59 UTC`)).toBeVisible();
  await expect(rowOf(owners, ada.name)).toContainText("550.00");

  const before = new Date(Date.parse(issued.datetime) - 86_400_000).toISOString().slice(0, 10);
  await at(before);
  await expect(page.getByText("Nobody owned this asset yet")).toBeVisible();
  await expect(figure(page, "Supply")).toContainText(/^Supply0\.00/);

  await at("yesterday");
  await expect(page.getByText("This is neither a block height nor a date.")).toBeVisible();
  await expect(owners).toHaveCount(0);
  await page.getByRole("link", { name: "Back to now" }).click();
  await expect(rowOf(owners, ada.name)).toContainText("550.00");
});

test("the difference of two blocks names who gained, who gave and who came, and leaves nothing over", async ({
  page,
}) => {
  const { assetUuid, ada, ben, second, issued, distributed, sent } = world;
  await enter(page);
  await page.goto(`/assets/${assetUuid}/ownership`);
  await page.getByRole("link", { name: "Compare two moments" }).click();
  await page.getByLabel("From", { exact: true }).fill(String(distributed.blockheight));
  await page.getByLabel("To", { exact: true }).fill(String(sent.blockheight));
  await page.getByRole("button", { name: "Compare" }).click();

  const [from, to] = [distributed, sent].map(({ blockheight }) => groupDigits(String(blockheight)));
  await expect(page.getByRole("heading", { name: `From block ${from} to block ${to}` })).toBeVisible();
  const changes = page.getByRole("table", { name: "Changes" });
  await expect(rowOf(changes, ada.name)).toContainText(/Have less.*600\.00.*550\.00.*−50\.00/);
  await expect(rowOf(changes, ben.name)).toContainText(/Have more.*400\.00.*450\.00.*\+50\.00/);
  await expect(changes.getByRole("row")).toHaveCount(1 + 2); // the treasury stands as it stood
  await expect(page.getByText("add up to the change of the supply")).toBeVisible();

  await page.getByRole("link", { name: "By GAID" }).click();
  await expect(rowOf(changes, shortenMiddle(second))).toContainText(/Came.*\+100\.00/);
  await expect(rowOf(changes, shortenMiddle(ada.gaid))).toContainText(/Have less.*−150\.00/);

  // Without a second moment it is compared with now.
  await page.goto(`/assets/${assetUuid}/ownership/difference?from=${issued.blockheight}`);
  await expect(rowOf(changes, "Treasury")).toContainText(/Have less.*−1,000\.00/);
  for (const name of [ada.name, ben.name]) await expect(rowOf(changes, name)).toContainText("Came");
  await expect(figure(page, "Came")).toContainText(/\+1,000\.00.*2 owners/);
});
