import { sandbox } from "./fixtures/sandbox";
import { enter, expect, test } from "./fixtures/test";

test("an issuer takes L-BTC out of the treasury, once, and to nobody else", async ({ page }) => {
  const gaid = await sandbox.newGaid();
  const { address } = await sandbox.amp<{ address: string }>(`/gaids/${gaid}/address`);
  await enter(page);
  await page.goto("/treasury");
  await page.getByRole("link", { name: "Pay L-BTC out" }).click();

  const review = page.getByRole("button", { name: "Review the payment" });
  await review.click();
  await expect(page.getByText("Enter the address that is to be paid.")).toBeVisible();
  const recipient = page.getByLabel("Recipient's address");
  await recipient.fill("somewhere");
  await page.getByLabel("Amount").fill("0.001");
  await expect(page.getByText("This is no address of the network")).toBeVisible();
  await expect(recipient).toHaveAttribute("aria-invalid", "true");
  await review.click();
  await expect(page.getByText("This is no address of the network")).toBeVisible();
  await expect(page.getByRole("button", { name: "Change it" })).toHaveCount(0);
  await recipient.fill(address);
  await page.getByLabel("Amount").fill("20999999");
  await review.click();
  await expect(page.getByText(/The treasury wallet must keep/)).toBeVisible();
  await page.getByLabel("Amount").fill("0.001");
  await review.click();
  await page.getByRole("button", { name: "Change it" }).click();
  await expect(page.getByLabel("Amount")).toHaveValue("0.001");
  await expect(recipient).toHaveValue(address);
  await review.click();

  await expect(page.getByText("Everything is ready.")).toBeVisible();
  const start = page.getByRole("button", { name: "Pay it out" });
  await expect(start).toBeDisabled();
  await page.getByLabel("Type the amount 0.00100000 to confirm").fill("0.001");
  await start.dblclick();
  await expect(page).toHaveURL(/treasury\/send\/[0-9a-f-]{36}$/);
  await page.reload(); // in the middle of it
  await expect(page.getByText("The recipient was paid. The payment has two confirmations.")).toBeVisible({
    timeout: 60_000,
  });
  const balances = await sandbox.balancesOf(gaid);
  expect(balances.map(({ amount }) => amount)).toEqual([100_000]);
});
