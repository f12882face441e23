import type { Page, Request } from "@playwright/test";
import { parseUnits, printUnits } from "@/lib/domain/units";
import { assign, issueAsset } from "./fixtures/assets";
import { collectBrowser, collectLogs, findSecret } from "./fixtures/leaks";
import { sandbox } from "./fixtures/sandbox";
import { enter, expect, signIn, test, unique } from "./fixtures/test";

interface Asset {
  asset_uuid: string;
  name: string;
  precision: number;
  is_authorized: boolean;
  transfer_restricted: boolean;
  requirements: number[];
}

const seededAsset = async () => {
  const assets = await sandbox.amp<Asset[]>("/assets/");
  const found = assets.find((asset) => asset.name === "Alpine Growth Fund I");
  if (!found) throw new Error("The seed has lost its first asset.");
  return found;
};

test.describe("sign-in", () => {
  test("refuses a wrong password and keeps what was typed, out of the address", async ({ page }) => {
    await refuseSignIn(page, "issuer", "wrong");
    await expect(page.getByLabel("AMP user name")).toHaveValue("issuer");
    await expect(page.getByLabel("Password", { exact: true })).toHaveValue("wrong");
    expect(page.url()).not.toContain("wrong");
  });

  test("tells a locked manager so, until it is unlocked", async ({ page }) => {
    const managers = await sandbox.amp<{ id: number; username: string }[]>("/managers");
    const manager = managers.find(({ username }) => username === "manager");
    await sandbox.amp(`/managers/${manager?.id}/lock`, undefined, "PUT");
    try {
      await refuseSignIn(page, "manager", "manager-password", "Ask the issuer to unlock it");
    } finally {
      await sandbox.amp(`/managers/${manager?.id}/unlock`, undefined, "PUT");
    }
    await signIn(page, "manager");
  });

  test("says that AMP cannot be reached", async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByRole("radio", { name: "Live" }).check();
    await page.getByLabel("AMP user name").fill("issuer");
    await page.getByLabel("Password", { exact: true }).fill("issuer-password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText(/AMP .*(cannot be reached|did not answer)/)).toBeVisible();
  });

  test("accepts the API token alone", async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByRole("radio", { name: "Sandbox" }).check();
    await page.getByText("API token", { exact: true }).click();
    await page.getByLabel("AMP API token").fill(await sandbox.token("manager"));
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: "Overview", level: 1 })).toBeVisible();
  });
});

async function refuseSignIn(
  page: Page,
  username: string,
  password: string,
  words = "AMP does not accept this user name and password.",
): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("radio", { name: "Sandbox" }).check();
  await page.getByLabel("AMP user name").fill(username);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText(words)).toBeVisible();
}

test("the wizard refuses what could not be issued, at its field, and loses nothing on a reload", async ({
  page,
}) => {
  await enter(page);
  await page.goto("/assets/new");
  const next = () => page.getByRole("button", { name: "Continue" }).click();
  // A click before the scripts have come goes nowhere.
  await page.waitForLoadState("networkidle");
  await next();
  await page.getByRole("textbox", { name: "Name" }).fill("Fund");
  await page.getByLabel("Ticker").fill("AB");
  await page.getByLabel("Domain of the issuer").fill("https://example.com");
  await expect(page.getByLabel("Issuer public key")).toHaveValue(/^0/);
  await page.getByLabel("Issuer public key").fill("02abcd");
  await next();
  for (const text of [
    "5 to 255 characters",
    "A ticker has 3 to 24",
    "Write the bare domain",
    "66 hexadecimal",
  ]) {
    await expect(page.getByText(text).last()).toBeVisible();
  }
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Fund");
  await expect(page.getByLabel("Ticker")).toHaveValue("AB");
  await page.getByRole("textbox", { name: "Name" }).fill("A good name");
  await page.getByLabel("Ticker").fill("ABC");
  await page.getByLabel("Domain of the issuer").fill("example.com");
  await page.getByLabel("Issuer public key").fill(`02${"ab".repeat(32)}`);
  await next();
  for (const [amount, text] of [
    ["0", "at least one unit"],
    ["1.5", "More decimals than the precision"],
    ["2100000000000001", "at most 2,100,000,000,000,000"],
    ["many", "Enter digits"],
  ] as const) {
    await page.getByLabel("Amount to issue").fill(amount);
    await next();
    await expect(page.getByText(text)).toBeVisible();
  }
  await page.goBack();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("A good name");
});

test.describe("registered users", () => {
  test("refuses no GAID, an unknown one and one of another user at the field", async ({ page }) => {
    await enter(page);
    const users = await sandbox.amp<{ GAID: string | null }[]>("/registered_users/");
    const taken = users.find((user) => user.GAID)?.GAID ?? "";
    await page.goto("/users/new");
    const name = unique("Cara Lind");
    await page.getByRole("textbox", { name: "Name" }).fill(name);
    for (const [gaid, text] of [
      ["INVALIDZZ6SqZZvEpAeVz9QmfHqhh", "A GAID starts with GA"],
      ["GA114wqp9EXcPFELYrmgg2nmBpX4T", "does not accept this GAID"],
      [taken, "already belongs to"],
    ] as const) {
      await page.getByLabel("GAID").fill(gaid);
      await page.getByRole("button", { name: "Add registered user" }).click();
      await expect(page.getByText(text).last()).toBeVisible();
      await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue(name);
    }
  });

  test("registers once for a double click", async ({ page }) => {
    await enter(page);
    const name = unique("Dora Blum");
    await page.goto("/users/new");
    await page.getByRole("textbox", { name: "Name" }).fill(name);
    await page.getByRole("button", { name: "Add registered user" }).dblclick();
    await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
    expect(await usersNamed(name)).toHaveLength(1);
  });

  test("registers once when a second tab sends the same form, during the first and after it", async ({
    page,
    context,
  }) => {
    await enter(page);
    const name = unique("Emil Dorn");
    const secondTab = await context.newPage();
    await secondTab.goto("/users");
    await page.goto("/users/new");
    await page.getByRole("textbox", { name: "Name" }).fill(name);
    const sent = page.waitForRequest(
      (request) => request.method() === "POST" && request.headers()["next-action"] !== undefined,
    );
    await page.getByRole("button", { name: "Add registered user" }).click();
    const request = await sent;
    expect(await sendAgain(secondTab, request)).toContain(name);
    await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
    expect(await sendAgain(secondTab, request)).toContain(name);
    expect(await usersNamed(name)).toHaveLength(1);
  });
});

const usersNamed = async (name: string) =>
  (await sandbox.amp<{ name: string }[]>("/registered_users/")).filter((user) => user.name === name);

/** The same form with the same intention, sent by another tab's script. @returns the action's answer */
function sendAgain(tab: Page, request: Request): Promise<string> {
  const { "next-action": action = "", accept = "", "content-type": type = "" } = request.headers();
  return tab.evaluate(
    async ({ url, headers, body }) => (await fetch(url, { method: "POST", headers, body })).text(),
    {
      url: request.url(),
      headers: { "next-action": action, accept, "content-type": type },
      body: request.postData() ?? "",
    },
  );
}

test("a category's name in use is refused at its field", async ({ page }) => {
  await enter(page);
  const [existing] = await sandbox.amp<{ name: string }[]>("/categories");
  await page.goto("/categories");
  await page.getByRole("button", { name: "Add a category" }).first().click();
  await page.getByRole("textbox", { name: "Name" }).fill(existing?.name ?? "");
  await page.getByRole("button", { name: "Add category", exact: true }).click();
  await expect(page.getByText("A category with this name exists already.")).toBeVisible();
});

test.describe("assignments", () => {
  test("refuse zero, too many decimals and more than the treasury has, at the field", async ({ page }) => {
    const asset = await seededAsset();
    await openAssignments(page, asset);
    for (const [amount, text] of [
      ["0", "more than zero"],
      ["1.005", "At most 2 decimals"],
      ["99999999999", "more than the treasury has free"],
    ] as const) {
      await page.getByLabel("Amount").fill(amount);
      await page.getByRole("button", { name: "Assign", exact: true }).click();
      await expect(page.getByText(text).last()).toBeVisible();
      await expect(page.getByLabel("Amount")).toHaveValue(amount);
    }
  });

  test("are made once for a double click, and twice when a person means two", async ({ page }) => {
    const asset = await seededAsset();
    await openAssignments(page, asset);
    const count = async () =>
      (await sandbox.amp<{ amount: number }[]>(`/assets/${asset.asset_uuid}/assignments`)).filter(
        (row) => row.amount === 731,
      ).length;
    const before = await count();
    await page.getByLabel("Amount").fill("7.31");
    await page.getByRole("button", { name: "Assign", exact: true }).dblclick();
    await expect(page.getByLabel("Amount")).toHaveValue("");
    expect(await count()).toBe(before + 1);
    await chooseFirst(page);
    await page.getByLabel("Amount").fill("7.31");
    await page.getByRole("button", { name: "Assign", exact: true }).click();
    await expect(page.getByLabel("Amount")).toHaveValue("");
    expect(await count()).toBe(before + 2);
  });
});

async function openAssignments(page: Page, asset: Asset): Promise<void> {
  await enter(page);
  await page.goto(`/assets/${asset.asset_uuid}/assignments`);
  await chooseFirst(page);
}

async function chooseFirst(page: Page): Promise<void> {
  const choices = page.getByRole("combobox", { name: "Registered user" });
  const value = await choices.locator("option:not([disabled]):not([value=''])").first().getAttribute("value");
  await choices.selectOption(value ?? "");
}

test.describe("the pre-flight", () => {
  test("finds a node that is away, and the treasury page says so", async ({ page }) => {
    const { assetUuid } = await issueAsset();
    await assign(assetUuid, 1);
    await signIn(page, "issuer", "Testnet");
    await page.goto(`/assets/${assetUuid}/distributions`);
    await expect(page.getByText("The treasury node cannot be reached.")).toBeVisible();
    // The node alone is in the way: with it, this would be open to whoever approves.
    await expect(page.getByRole("checkbox", { name: "I approve exactly this list" })).toBeDisabled();
    await page.goto("/treasury");
    await expect(page.getByText("The treasury node cannot be reached.").first()).toBeVisible();
  });

  test("finds a wallet without L-BTC for the fee", async ({ page }) => {
    const asset = await seededAsset();
    const balance = await sandbox.rpc<{ bitcoin: number }>("getbalance", ["*", 0, false]);
    const foreign = await sandbox.amp<{ address: string }>(`/gaids/${await sandbox.newGaid()}/address`);
    const all = parseUnits(String(balance.bitcoin), 8) ?? 0n;
    // All but a few hundred sats beyond the fee.
    await sandbox.rpc("sendtoaddress", [foreign.address, printUnits(all - 5_000n, 8)]);
    await enter(page);
    await page.goto(`/assets/${asset.asset_uuid}/distributions`);
    await expect(page.getByText("The wallet has too little L-BTC for the fees.")).toBeVisible();
    await sandbox.fund("treasury", "1");
    await sandbox.mine(1);
    await page.getByRole("button", { name: "Check again" }).click();
    await expect(page.getByText("The wallet has too little L-BTC for the fees.")).toBeHidden();
  });

  test("finds a locked wallet, and goes on when it is unlocked", async ({ page }) => {
    const asset = await seededAsset();
    const words = "correct horse battery staple";
    await sandbox.rpc("encryptwallet", [words]);
    await enter(page);
    await page.goto(`/assets/${asset.asset_uuid}/distributions`);
    await expect(page.getByText("The treasury wallet is locked.").first()).toBeVisible();
    const passphrase = page.getByLabel("Wallet passphrase");
    await passphrase.fill("not the passphrase");
    await page.getByRole("button", { name: "Unlock", exact: true }).click();
    await expect(page.getByText("The node does not accept this passphrase.")).toBeVisible();
    await expect(passphrase).toHaveValue("");
    await passphrase.fill(words);
    await page.getByRole("button", { name: "Unlock", exact: true }).click();
    await expect(page.getByText("The treasury wallet is locked.")).toBeHidden();
    const left = [...(await collectBrowser(page)), ...collectLogs()];
    expect(findSecret(words, left)).toEqual([]);
  });
});
