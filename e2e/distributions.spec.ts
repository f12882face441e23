import fs from "node:fs";
import { commonText } from "@/lib/messages/common";
import { distributionRunText } from "@/lib/messages/distribution-run";
import { distributionsText } from "@/lib/messages/distributions";
import { exportsText } from "@/lib/messages/exports";
import { assign, issueAsset } from "./fixtures/assets";
import { sandbox } from "./fixtures/sandbox";
import { enter, expect, test } from "./fixtures/test";

const { intent, approval } = distributionsText;
const RECIPIENTS = 30;

test("a long distribution shows its beginning, and the rest of exactly this list on request", async ({
  page,
}) => {
  const { assetUuid } = await issueAsset();
  await assign(assetUuid, RECIPIENTS);
  await enter(page);
  await page.goto(`/assets/${assetUuid}/distributions`);
  const review = page.getByRole("table", { name: intent.title });
  const people = review.locator("tbody tr");
  await expect(people).toHaveCount(25);
  await expect(page.getByText(intent.lead(RECIPIENTS))).toBeVisible();

  // Somebody assigns more meanwhile: the rest would be that of another list.
  await assign(assetUuid, 1);
  await page.getByRole("button", { name: commonText.showMore(5, RECIPIENTS) }).click();
  await expect(page.getByText(intent.changed)).toBeVisible();
  await expect(people).toHaveCount(25);
  await page.reload();
  await page.getByRole("button", { name: commonText.showMore(6, RECIPIENTS + 1) }).dblclick();
  await expect(people).toHaveCount(RECIPIENTS + 1);
  await expect(page.getByRole("button", { name: /^Show \d+ more/ })).toHaveCount(0);

  await page.getByRole("checkbox", { name: approval.approve }).check();
  await page.getByRole("button", { name: approval.start }).click();
  await expect(page).toHaveURL(/distributions\/[0-9a-f-]{36}$/);
  const approved = page.getByRole("table", { name: distributionRunText.run.approvedList });
  await page.getByRole("button", { name: commonText.showMore(6, RECIPIENTS + 1) }).click();
  await expect(approved.locator("tbody tr")).toHaveCount(RECIPIENTS + 1);
  await sandbox.mine(3);
  await expect(page.getByText(distributionRunText.run.done)).toBeVisible({ timeout: 60_000 });
  // Followed to its end without losing a row.
  await expect(approved.locator("tbody tr")).toHaveCount(RECIPIENTS + 1);

  await page.locator('[data-export="distribution-intent"]').click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page
      .getByRole("dialog")
      .getByRole("link", { name: exportsText.download("csv") })
      .click(),
  ]);
  const lines = fs.readFileSync(await file.path(), "utf8").split("\r\n");
  expect(lines.filter((line) => line.includes("Ada Berg"))).toHaveLength(RECIPIENTS + 1);
});
