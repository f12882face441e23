import type { Page } from "@playwright/test";
import { canonicalJson } from "@/lib/canonical-json";
import { issueAsset } from "./fixtures/assets";
import { startAuthorizer } from "./fixtures/authorizer";
import { sandbox } from "./fixtures/sandbox";
import { enter, expect, test } from "./fixtures/test";

const endpointOf = async (assetUuid: string) =>
  (await sandbox.amp<{ issuer_authorization_endpoint: string | null }>(`/assets/${assetUuid}`))
    .issuer_authorization_endpoint;

test("who decides on transfers goes to an endpoint, with its warnings, is tried with signed samples, and goes back to AMP", async ({
  page,
}) => {
  const authorizer = await startAuthorizer();
  const { assetUuid, assetId } = await issueAsset({ isRestricted: true });
  await enter(page);
  await page.goto(`/assets/${assetUuid}/rules`);
  await chooseEndpoint(page, authorizer.url);
  expect(await endpointOf(assetUuid)).toBe(authorizer.url);
  await expect(page.getByText("its answer replaces this one")).toBeVisible();

  await trySample(page, "A transfer that AMP's own rules let pass", "Approved");
  const { path, body } = authorizer.asked.at(-1) ?? {};
  expect(path).toBe("/issuerauthorizer");
  expect(body?.message).toMatchObject({ request: { asset_id: assetId }, server_result: true });
  const address = await sandbox.authorizer();
  await expect(
    page.getByRole("button", { name: `Copy address of the signing key ${address}` }),
  ).toBeVisible();
  const isSigned = () => {
    const { message, signature } = authorizer.asked.at(-1)?.body ?? {};
    return sandbox.rpc<boolean>("verifymessage", [address, signature, canonicalJson(message)]);
  };
  expect(await isSigned()).toBe(true);

  await trySample(page, "A transfer to a plain address of nobody", "Approved");
  await expect(page.getByText("It approves a plain address of nobody.")).toBeVisible();
  authorizer.answer = { result: false, error: "closed on Sundays" };
  await trySample(page, "A transfer with a signature that does not fit", "Rejected");
  await expect(page.getByText("As it should be: a careful endpoint rejects this one.")).toBeVisible();
  expect(await isSigned()).toBe(false);
  await trySample(page, "A transfer that AMP's own rules refuse", "Rejected");
  expect(authorizer.asked.at(-1)?.body.message.server_result).toBe(false);
  await expect(page.getByText("closed on Sundays", { exact: true })).toBeVisible();
  await expect(page.getByText('{"result":false,"error":"closed on Sundays"}')).toBeVisible();

  await page.getByRole("button", { name: "Remove the endpoint" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove the endpoint" }).click();
  await expect(page.getByRole("button", { name: "Remove the endpoint" })).toHaveCount(0);
  expect(await endpointOf(assetUuid)).toBeNull();
  await expect(page.getByText("its answer replaces this one")).toHaveCount(0);
  authorizer.close();
});

/** An address that AMP could not use first; a warning of each danger is read before it is chosen. */
async function chooseEndpoint(page: Page, url: string): Promise<void> {
  const endpoint = page.getByLabel("Endpoint", { exact: true }).first();
  const use = page.getByRole("button", { name: "Use this endpoint" });
  await endpoint.fill(`${url}/issuerauthorizer`);
  await endpoint.blur();
  await expect(page.getByText("Leave out /issuerauthorizer: AMP appends it.")).toBeVisible();
  await expect(use).toBeDisabled();
  await endpoint.fill(url);
  for (const warning of [
    "Its answer replaces the decision by categories",
    "GAIDs of nobody registered",
    "counts what is sent there as your treasury's",
    "While it does not answer, no holder can transfer.",
  ])
    await expect(page.getByRole("listitem").filter({ hasText: warning })).toBeVisible();
  await use.click();
  const dialog = page.getByRole("dialog", { name: `Let ${new URL(url).host} decide on transfers?` });
  await dialog.getByRole("button", { name: "Use this endpoint" }).click();
  await expect(page.getByRole("button", { name: "Remove the endpoint" })).toBeVisible();
}

async function trySample(page: Page, kind: string, verdict: "Approved" | "Rejected"): Promise<void> {
  await page.getByLabel("What is asked").selectOption({ label: kind });
  await page.getByRole("button", { name: "Send the sample" }).click();
  await expect(page.getByText(verdict, { exact: true })).toBeVisible();
}
