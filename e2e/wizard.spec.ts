import { routes } from "@/lib/routes";
import { flawsAs, NARROW } from "./fixtures/axe";
import { enter, expect, test, unique } from "./fixtures/test";

test("every step of the wizard is accessible in light and dark, and fits a narrow screen", async ({
  page,
}) => {
  await enter(page);
  await page.setViewportSize({ width: NARROW, height: 900 });
  await page.goto(routes.newAsset);
  const flaws: string[] = [];
  const seen = async (what: string) => {
    flaws.push(...(await flawsAs(page, what)));
    await page.getByRole("button", { name: "Continue" }).click();
  };
  await page.getByRole("radio", { name: /Transfer restricted/ }).check();
  await seen("kind");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("5 to 255 characters").last()).toBeVisible();
  const name = unique("Narrow Note");
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByLabel("Ticker").fill("NRW1");
  await page.getByLabel("Domain of the issuer").fill("example.com");
  await expect(page.getByLabel("Issuer public key")).toHaveValue(/^0/);
  await seen("name");
  await page.getByLabel("Amount to issue").fill("many");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("Enter digits")).toBeVisible();
  flaws.push(...(await flawsAs(page, "refused amount")));
  await page.getByLabel("Amount to issue").fill("100000");
  await seen("amount");
  await page.getByRole("radio", { name: /^Reissuable/ }).check();
  await seen("reissuance");
  await expect(page.getByLabel("Address for the asset")).toHaveValue(/^tlq1/);
  await seen("addresses");
  await expect(page.getByLabel(`Type ${name} to confirm`)).toBeVisible();
  flaws.push(...(await flawsAs(page, "confirmation")));
  expect(flaws).toEqual([]);
});

test("what is typed and sent before the scripts have come stays, and goes on when they have", async ({
  page,
}) => {
  await enter(page);
  let letCome = () => {};
  const areHere = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await areHere;
    await route.continue();
  });
  await page.goto(routes.newUser, { waitUntil: "commit" });
  const name = page.getByRole("textbox", { name: "Name" });
  const typed = unique("Ella Early");
  await name.fill(typed);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(`${request.method()} ${request.url()}`));
  await page.getByRole("button", { name: "Add registered user" }).click();
  await expect(name).toHaveValue(typed);
  expect(asked.filter((request) => request.includes(routes.newUser))).toEqual([]);
  letCome();
  await page.waitForLoadState("networkidle");
  await expect(name).toHaveValue(typed);
  await page.getByRole("button", { name: "Add registered user" }).click();
  await expect(page.getByRole("heading", { name: typed, level: 1 })).toBeVisible();
});
