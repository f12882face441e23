import { sandbox } from "./fixtures/sandbox";
import { expect, signIn, test, unique } from "./fixtures/test";

interface Asset {
  asset_uuid: string;
  name: string;
}

test("a manager sees the granted asset alone and no action that AMP would refuse", async ({ page }) => {
  const assets = await sandbox.amp<Asset[]>("/assets/");
  const [manager] = await sandbox.amp<{ username: string; assets: string[] }[]>("/managers");
  const granted = assets.filter((asset) => manager?.assets.includes(asset.asset_uuid));
  const hidden = assets.filter((asset) => !manager?.assets.includes(asset.asset_uuid));
  expect(granted).toHaveLength(1);
  expect(hidden.length).toBeGreaterThan(1);

  await signIn(page, "manager");
  const main = page.getByRole("navigation", { name: "Main" });
  await expect(main.getByRole("link", { name: "Registered users" })).toBeVisible();
  for (const name of ["Treasury", "Managers", "Sandbox"])
    await expect(main.getByRole("link", { name })).toHaveCount(0);

  await page.goto("/assets");
  await expect(page.getByRole("link", { name: granted[0]?.name ?? "" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Issue an asset" })).toHaveCount(0);
  for (const asset of hidden) await expect(page.getByText(asset.name)).toHaveCount(0);

  await page.getByRole("link", { name: granted[0]?.name ?? "" }).click();
  await expect(page.getByRole("link", { name: "Assignments" })).toBeVisible();
  for (const name of ["Ownership", "Distributions", "Supply"])
    await expect(page.getByRole("link", { name })).toHaveCount(0);
  for (const name of [/authorised/, /Lock the asset/, /Require it/]) {
    await expect(page.getByRole("button", { name })).toHaveCount(0);
  }

  await page.goto(`/assets/${hidden[0]?.asset_uuid}`);
  await expect(page.getByRole("heading", { name: "There is no such page" })).toBeVisible();
  for (const issuersOwn of ["ownership", "rules", "settings"]) {
    await page.goto(`/assets/${granted[0]?.asset_uuid}/${issuersOwn}`);
    await expect(page.getByText("Only the issuer may do that.")).toBeVisible();
  }
});

test("an issuer's action called with the manager's session never reaches AMP", async ({ page, browser }) => {
  const calls = () => sandbox.callsTo("/categories/add");
  const before = await calls();
  await signIn(page, "issuer");
  const name = unique("Forbidden");
  await page.goto("/categories");
  await page.getByRole("button", { name: "Add a category" }).first().click();
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  const sent = page.waitForRequest(
    (request) => request.method() === "POST" && request.headers()["next-action"] !== undefined,
  );
  await page.getByRole("button", { name: "Add category", exact: true }).click();
  const request = await sent;
  const { "next-action": action = "", accept = "", "content-type": type = "" } = request.headers();
  const body = (request.postData() ?? "")
    .replace(name, unique("Forbidden"))
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/, crypto.randomUUID());
  await expect(page.getByRole("link", { name })).toBeVisible();
  const own = await calls();
  expect(own.length).toBe(before.length + 1);
  expect(own.at(-1)).toMatchObject({ surface: "amp", account: "issuer", status: 201 });

  const other = await browser.newContext();
  const managersPage = await other.newPage();
  await signIn(managersPage, "manager");
  const answer = await managersPage.request.post(request.url(), {
    headers: { "next-action": action, accept, "content-type": type, origin: new URL(request.url()).origin },
    data: body,
  });
  expect(await answer.text()).toContain("Only the issuer may do that. Nothing was sent to AMP.");
  expect(await calls()).toEqual(own);
  await other.close();
});

test("a session that has ended opens nothing, and its cookie opens neither page nor GET route", async ({
  page,
  browser,
}) => {
  await signIn(page, "manager");
  const copied = await page.context().cookies();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();

  const thief = await browser.newContext();
  await thief.addCookies(copied);
  const stolen = await thief.newPage();
  await stolen.goto("/assets?q=fund");
  await expect(stolen).toHaveURL(/\/sign-in\?next=%2Fassets%3Fq%3Dfund/);
  const answer = await stolen.request.get("/api/assets");
  expect(answer.status()).toBe(401);
  await thief.close();
});
