import { flawsOf } from "./fixtures/axe";
import { signInWallet } from "./fixtures/portal";
import { sandbox } from "./fixtures/sandbox";
import { expect, signIn, test } from "./fixtures/test";
import { TestWallet } from "./fixtures/wallet";

async function everyPage(): Promise<string[]> {
  const assets = await sandbox.amp<{ asset_uuid: string; name: string }[]>("/assets/");
  const uuid = assets.find((asset) => asset.name === "Alpine Growth Fund I")?.asset_uuid;
  const [user] = await sandbox.amp<{ id: number }[]>("/registered_users/");
  const [category] = await sandbox.amp<{ id: number }[]>("/categories");
  const asset = [
    "",
    "/ownership",
    "/activity",
    "/assignments",
    "/distributions",
    "/supply",
    "/supply/blinders",
  ].map((page) => `/assets/${uuid}${page}`);
  const people = [
    "/users",
    "/users/new",
    `/users/${user?.id}`,
    "/categories",
    `/categories/${category?.id}`,
    "/managers",
    "/requests",
  ];
  return [
    "/overview",
    "/assets",
    "/assets/new",
    ...asset,
    ...people,
    "/treasury",
    "/treasury/send",
    "/audit",
    "/settings",
    ...["", "/wallets", "/decisions", "/faults", "/switches", "/worlds", "/calls"].map(
      (tab) => `/sandbox${tab}`,
    ),
  ];
}

const SAMPLE = [
  [1280, "light"],
  [360, "dark"],
] as const;
/** `npm run test:full` */
const REST = [
  [1280, "dark"],
  [360, "light"],
] as const;

for (const [width, theme] of process.env.AMPDESK_TEST_FULL ? [...SAMPLE, ...REST] : SAMPLE) {
  test(`every page is accessible and fits ${width} px in ${theme} colours`, async ({ page, baseURL }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height: 900 });
    await page.context().addCookies([{ name: "ampdesk-theme", value: theme, url: baseURL ?? "" }]);
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(`${page.url()}: ${message.text()}`);
    });
    await TestWallet.install(page.context());
    await signIn(page, "issuer");
    for (const path of await everyPage()) {
      await page.goto(path, { waitUntil: "networkidle" });
      faults.push(...(await flawsOf(page)));
    }
    // The investor portal, before and after somebody signed in with a wallet.
    await page.goto("/invest", { waitUntil: "networkidle" });
    faults.push(...(await flawsOf(page)));
    await signInWallet(page);
    for (const path of ["", "/profile", "/auto-invest", "/faucet"]) {
      await page.goto(`/invest${path}`, { waitUntil: "networkidle" });
      faults.push(...(await flawsOf(page)));
    }
    expect(faults).toEqual([]);
  });
}

test("the command palette jumps to a registered user with the keyboard alone", async ({ page }) => {
  await signIn(page, "issuer");
  const users = await sandbox.amp<{ id: number; name: string }[]>("/registered_users/");
  const user = users[0];
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
  await page.keyboard.type(user?.name ?? "");
  await expect(page.getByRole("option", { name: user?.name ?? "" }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: user?.name ?? "", level: 1 })).toBeVisible();
});
