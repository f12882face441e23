import { LANGUAGE_COOKIE } from "@/lib/language";
import { overflowOf } from "./fixtures/axe";
import { sandbox } from "./fixtures/sandbox";
import { expect, isFullRun, signIn, test } from "./fixtures/test";

test("a person chooses German, and nobody else is answered in it", async ({ page, browser }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(page.getByRole("heading", { name: "Anmelden" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  // A refusal is made on the server, within the action of this person.
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
  await expect(page.getByText("Geben Sie")).not.toHaveCount(0);

  const other = await browser.newContext();
  const english = await other.newPage();
  await signIn(english, "manager");
  await page.locator('input[name="username"]').fill("issuer");
  await page.locator('input[name="password"]').fill("issuer-password");
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Übersicht", level: 1 })).toBeVisible();
  for (const path of ["/users", "/settings", "/treasury"]) {
    const [german, second] = await Promise.all([page.goto(path), english.goto("/overview")]);
    expect(await german?.text()).toContain('lang="de"');
    expect(await second?.text()).toContain('lang="en"');
  }
  await expect(english.getByRole("heading", { name: "Overview", level: 1 })).toBeVisible();

  // What the browser paints by itself speaks it as well: a menu that was loaded on first use, a page reached by a link.
  await page.getByRole("link", { name: "Assets", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Assets", level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Spalten" }).click();
  await expect(page.getByRole("checkbox", { name: "Inhaber" })).toBeVisible();
  await page.keyboard.press("Escape");

  await page.goto("/settings");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "Settings", level: 1 })).toBeVisible();
  await other.close();
});

test("German, whose words are longer, fits a narrow screen as well", async ({ page, context }) => {
  test.skip(!isFullRun, "Many pages, looked at one by one.");
  const assets = await sandbox.amp<{ asset_uuid: string; name: string }[]>("/assets/");
  const uuid = assets.find((asset) => asset.name === "Alpine Growth Fund I")?.asset_uuid;
  const [user] = await sandbox.amp<{ id: number }[]>("/registered_users/");
  const ofAsset = ["", "/eligibility", "/assignments", "/supply", "/rules", "/settings"];
  const people = ["/users", "/users/eligibility", `/users/${user?.id}`, "/categories/matrix"];
  const others = ["/assets", ...people, "/treasury", "/audit"];
  const paths = [...ofAsset.map((part) => `/assets/${uuid}${part}`), ...others, "/settings", "/invest"];

  await signIn(page, "issuer");
  const { origin } = new URL(page.url());
  await context.addCookies([{ name: LANGUAGE_COOKIE, value: "de", url: origin }]);
  await page.setViewportSize({ width: 360, height: 900 });
  const flaws: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    flaws.push(...(await overflowOf(page)));
  }
  expect(flaws).toEqual([]);
});
