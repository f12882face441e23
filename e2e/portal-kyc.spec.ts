import type { Page, TestInfo } from "@playwright/test";
import { generatePrivateKey } from "viem/accounts";
import type { InvestorStateName } from "@/lib/domain/investor-state";
import { kycReason } from "@/lib/messages/kyc-reasons";
import { flawsOf } from "./fixtures/axe";
import {
  decide,
  expectState,
  goBack,
  newInvestor,
  openVerifier,
  saveEmail,
  signInWallet,
  verifierStep,
} from "./fixtures/portal";
import { expect, isFullRun, test } from "./fixtures/test";

const RISK = "person_on_pep_sanctions_list";

test("every way in which a verification can end is told to the person, and told still after it", async ({
  browser,
}, info) => {
  test.setTimeout(300_000);
  const key = generatePrivateKey();
  const { context, page } = await newInvestor(browser, { key });
  const flaws: string[] = [];
  const see = async (state: InvestorStateName) => {
    await expectState(page, state);
    flaws.push(...(await picture(page, state, info)));
  };
  await signInWallet(page);
  await saveEmail(page, "ada@example.com");
  await see("identity-not-started");

  let verifier = await openVerifier(page, "identity-not-started");
  await goBack(page);
  await see("identity-created");
  await openVerifier(page, "identity-created");
  await verifierStep(page, "start");
  await goBack(page);
  await see("identity-started");
  expect(await openVerifier(page, "identity-started")).toBe(verifier);
  await verifierStep(page, "submit");
  await goBack(page);
  await see("identity-submitted");
  const end = async (...outcome: Parameters<typeof decide> extends [Page, ...infer Rest] ? Rest : never) => {
    await page.goto(verifier);
    await decide(page, ...outcome);
    await goBack(page);
  };
  await end("review");
  await see("identity-review");
  await end("resubmission_requested", { reason: 204 });
  await see("identity-resubmission");
  await expectReason(page, 204);
  verifier = await openVerifier(page, "identity-resubmission");
  await verifierStep(page, "startAgain");
  await end("declined", { reason: 102 });
  await see("identity-declined");
  await expectReason(page, 102);

  // Told once, kept: after a reload, and in a browser that was not there when it came.
  await page.reload();
  await expectReason(page, 102);
  const other = await newInvestor(browser, { key });
  await signInWallet(other.page);
  await expectState(other.page, "identity-declined");
  await expectReason(other.page, 102);
  await other.context.close();

  verifier = await openVerifier(page, "identity-declined");
  await end("expired");
  await see("identity-expired");
  verifier = await openVerifier(page, "identity-expired");
  await end("abandoned");
  await see("identity-abandoned");
  verifier = await openVerifier(page, "identity-abandoned");
  await end("approved", { riskLabel: RISK });
  await see("identity-labels");
  expect(await page.content()).not.toContain(RISK); // the person is not told what was found

  await end("approved", { validUntil: "2025-01-31" });
  await see("document-expired");
  verifier = await openVerifier(page, "document-expired");
  // Late, three times, and before what led to it.
  await end("approved", { copies: 3, delaySeconds: 2, order: "decision_first" });
  await expectDelivered(verifier, 9);
  await page.reload();
  await see("amp-id-missing");
  await end("declined", { reason: 106 });
  await expectDelivered(verifier, 10);
  await page.reload();
  await expectState(page, "identity-declined");
  await end("approved", { order: "late_started" });
  await expectDelivered(verifier, 12);
  await page.reload();
  await expectState(page, "amp-id-missing");
  await context.close();
  expect(flaws).toEqual([]);
});

/** Pages that are made of other parts than the rest. */
const LOOKED_AT = new Set([
  "identity-not-started",
  "identity-submitted",
  "identity-resubmission",
  "amp-id-missing",
]);

/** Wide and light, narrow and dark: pictures for whoever looks at them, and what a machine finds wrong. */
async function picture(page: Page, name: string, info: TestInfo): Promise<string[]> {
  const shot = (kind: string) =>
    page.screenshot({ path: info.outputPath(`${name}-${kind}.png`), fullPage: true, animations: "disabled" });
  if (!isFullRun && !LOOKED_AT.has(name)) return [];
  await shot("wide");
  await page.setViewportSize({ width: 360, height: 800 });
  await page.emulateMedia({ colorScheme: "dark" });
  await shot("narrow");
  const flaws = LOOKED_AT.has(name) ? await flawsOf(page) : [];
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1280, height: 900 });
  return flaws.map((flaw) => `${name} ${flaw}`);
}

async function expectReason(page: Page, code: number): Promise<void> {
  const { reason, fix } = kycReason(code);
  await expect(page.getByText(reason)).toBeVisible();
  await expect(page.getByText(fix)).toBeVisible();
}

/** The service took every webhook of the verification, repeated ones as well. */
async function expectDelivered(verifier: string, count: number): Promise<void> {
  await expect(async () => {
    const html = await (await fetch(verifier)).text();
    expect(html.match(/<\/strong> taken/g)?.length).toBe(count);
    expect(html).not.toContain("</strong> waiting");
  }).toPass();
}
