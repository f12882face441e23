import type { Page } from "@playwright/test";
import { ampText } from "@/lib/messages/amp";
import { distributionsText } from "@/lib/messages/distributions";
import { managersText } from "@/lib/messages/managers";
import { sandboxText } from "@/lib/messages/sandbox";
import { sandboxDecisionsText } from "@/lib/messages/sandbox-decisions";
import { sandboxFaultsText } from "@/lib/messages/sandbox-faults";
import { sandboxWalletsText } from "@/lib/messages/sandbox-wallets";
import { routes } from "@/lib/routes";
import { issueAsset } from "./fixtures/assets";
import { makeAssignment } from "./fixtures/assignments";
import { addCategory, attach } from "./fixtures/categories";
import { distribute, type Holder } from "./fixtures/holders";
import { sandbox } from "./fixtures/sandbox";
import { enter, expect, openReady, test, unique } from "./fixtures/test";
import { type AmpUser, registerUser } from "./fixtures/users";

const { clock, pause } = sandboxText;
const { intent, heldBack } = distributionsText;
const DAY_S = 86_400;

test("the sandbox's clock is turned on while no block comes, what vested by it would be sent, and it is turned back", async ({
  page,
}) => {
  const { assetUuid } = await issueAsset();
  const [ada, bo] = [await registerUser(unique("Ada Kern")), await registerUser(unique("Bo Lind"))];
  const inHours = (hours: number) => Math.floor(Date.now() / 1000) + hours * 3_600;
  await makeAssignment(assetUuid, { registered_user: ada.id, amount: 1_000, vesting_timestamp: inHours(12) });
  await makeAssignment(assetUuid, { registered_user: bo.id, amount: 2_000, vesting_timestamp: inHours(36) });
  const seeSent = async (sent: AmpUser[], behind: AmpUser[]) => {
    await page.goto(routes.distributions(assetUuid));
    const people = page.getByRole("table", { name: intent.title }).locator("tbody tr");
    await expect(people).toHaveText(sent.map(({ name }) => new RegExp(`^${name}`)));
    for (const { name } of behind)
      await expect(page.getByRole("row").filter({ hasText: name })).toContainText(heldBack.reasons.vesting);
  };
  const press = async (name: string, done: string) => {
    await openReady(page, routes.sandbox);
    await page.getByRole("button", { name, exact: true }).click();
    await expect(page.getByText(done, { exact: true })).toBeVisible();
  };
  await enter(page);
  await seeSent([], [ada, bo]);
  try {
    // Blocks made in the future would keep its time for every test that follows.
    await press(pause.pause, pause.paused);
    await press(clock.jumps.day, clock.ahead(clock.spans.days(1)));
    const { height, clock_offset_seconds } = await sandbox.state();
    expect(clock_offset_seconds).toBeCloseTo(DAY_S, 0);
    await seeSent([ada], [bo]);
    await press(clock.back, clock.real);
    await seeSent([], [ada, bo]);
    expect(await sandbox.state()).toMatchObject({ height, paused: true, clock_offset_seconds: 0 });
    await press(pause.resume, pause.resumed);
    await expect.poll(async () => (await sandbox.state()).height).toBeGreaterThan(height);
  } finally {
    await sandbox.asUsual();
  }
});

test("a fault that a person orders is met by the desk in clear words until it is removed", async ({
  page,
}) => {
  const { form, kinds, remove, surfaces } = sandboxFaultsText;
  const rowsOfManagers = async (isAway: boolean) => {
    await page.goto(routes.managers);
    const words = page.getByText(ampText.unreachable);
    await expect(words).toHaveCount(isAway ? 1 : 0);
    await expect(page.getByText(managersText.empty.title)).toHaveCount(0);
    if (!isAway) await expect(page.getByRole("link", { name: "manager", exact: true })).toBeVisible();
  };
  await enter(page);
  await openReady(page, routes.sandboxFaults);
  await page.getByRole("button", { name: sandboxFaultsText.add }).click();
  const dialog = page.getByRole("dialog", { name: form.title });
  const fill = (label: string, value: string) => dialog.getByLabel(label).fill(value);
  await expect(dialog.getByLabel(form.surface)).toHaveValue("amp");
  await fill(form.target, "listManagers");
  await dialog.getByLabel(form.kind).selectOption(kinds.server_error);
  await fill(sandboxFaultsText.numbers.status, "503");
  await fill(form.remaining, "");
  await fill(form.percent, "0");
  await dialog.getByRole("button", { name: form.submit }).click();
  await expect(dialog.getByText(form.number(1, 100))).toBeVisible();
  await fill(form.percent, "100");
  await dialog.getByRole("button", { name: form.submit }).click();
  const fault = page.getByRole("row").filter({ hasText: "listManagers" });
  await expect(fault).toContainText(new RegExp(`${kinds.server_error}.*status 503.*${surfaces.amp}`));
  await expect(fault).toContainText(sandboxFaultsText.endless);

  await rowsOfManagers(true);
  await openReady(page, routes.sandboxFaults);
  await fault.getByRole("button", { name: remove.label(kinds.server_error) }).click();
  await expect(page.getByText(remove.done, { exact: true })).toBeVisible();
  await expect(fault).toHaveCount(0);
  await rowsOfManagers(false);
});

test("a transfer that AMP refuses says which rule refused it, and stands among the decisions with all that led to it", async ({
  page,
}) => {
  const { assetUuid, name: asset } = await issueAsset({ isRestricted: true });
  const [ada] = (await distribute(assetUuid, { [unique("Ada Kern")]: 60_000 })) as [Holder];
  const bo = await registerUser(unique("Bo Lind"));
  const category = await addCategory("Qualified");
  await attach(category, `registered_users/${ada.id}`);
  await attach(category, `assets/${assetUuid}`);
  const balance = await sandbox.balancesOf(ada.gaid);
  await enter(page);
  const verdict = await send(page, ada.gaid, { asset, to: bo.GAID ?? "", amount: "1.00" });
  const { detail, rules, refused } = sandboxDecisionsText;
  const failed = (within: ReturnType<Page["getByRole"]>) =>
    within.getByRole("listitem").filter({ hasText: detail.failed });
  await expect(verdict.getByText(sandboxWalletsText.verdict.refused)).toBeVisible();
  await expect(failed(verdict)).toHaveCount(1);
  await expect(failed(verdict)).toContainText(rules.categories ?? "");
  expect(await sandbox.balancesOf(ada.gaid)).toEqual(balance);

  await page.goto(routes.sandboxDecisionsOf(assetUuid));
  const decisions = page.getByRole("table", { name: sandboxDecisionsText.caption });
  await expect(decisions.getByRole("row")).toHaveCount(1 + 1);
  const decision = decisions.getByRole("row").nth(1);
  await expect(decision).toContainText(sandboxDecisionsText.own.refused);
  await expect(decision).toContainText(sandboxDecisionsText.noEndpoint);
  await decision.getByRole("link", { name: refused }).click();
  const main = page.getByRole("main");
  await expect(main.getByText(detail.ownTexts.refused)).toBeVisible();
  await expect(failed(main)).toHaveText([new RegExp(`^${rules.categories}`)]);
  await expect(main.getByText(detail.notSent)).toBeVisible();
  const outputs = main.getByRole("table", { name: detail.outputsCaption }).getByRole("row");
  await expect(outputs.filter({ hasText: String(bo.id) })).toContainText("1.00");

  await attach(category, `registered_users/${bo.id}`);
  const approved = await send(page, ada.gaid, { asset, to: bo.GAID ?? "", amount: "1.00" });
  await expect(approved.getByText(sandboxWalletsText.verdict.approved)).toBeVisible();
  await sandbox.mine(1);
  expect(await sandbox.amp(`/gaids/${bo.GAID}/balance/${assetUuid}`)).toMatchObject({ balance: 100 });
});

/** As the investor's app would. @returns the dialog with AMP's verdict */
async function send(page: Page, gaid: string, order: { asset: string; to: string; amount: string }) {
  const { send: text, verdict } = sandboxWalletsText;
  await openReady(page, `${routes.sandboxWallets}?q=${gaid}`);
  await page.getByRole("row").nth(1).getByRole("button").filter({ hasText: text.button }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(text.to).fill(order.to);
  await dialog.getByLabel(text.amount).fill(order.amount);
  await expect(dialog.getByLabel(text.asset, { exact: true })).toContainText(order.asset);
  await dialog.getByRole("button", { name: text.submit, exact: true }).click();
  await expect(dialog.getByRole("heading", { name: verdict.rules })).toBeVisible();
  return dialog;
}
