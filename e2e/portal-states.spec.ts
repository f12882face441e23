import type { Locator, Page, TestInfo } from "@playwright/test";
import { actionOf, type InvestorStateName, investorStateNames, isWaiting } from "@/lib/domain/investor-state";
import { investText } from "@/lib/messages/invest";
import { investorStatesText } from "@/lib/messages/investor-states";
import { flawsOf } from "./fixtures/axe";
import { investorRows, type Standing } from "./fixtures/investor-rows";
import { expectState, newInvestor, saveEmail, signInWallet } from "./fixtures/portal";
import { openRows } from "./fixtures/rows";
import { expect, isFullRun, test } from "./fixtures/test";

const submitted = { session: "submitted" } as const;
const bound = { record: "linked", hasAmpId: true } as const;
const invited = { ...bound, link: "open" } as const;
const approved = { ...invited, request: "approved" } as const;

/** How each state comes about; `null` before anybody signs in. A state without an entry does not compile. */
const STANDINGS: Record<InvestorStateName, Standing | null> = {
  "signed-out": null,
  "service-away": { email: "unreadable" },
  "email-missing": { email: "missing" },
  "identity-not-started": {},
  "identity-created": { session: "created" },
  "identity-started": { session: "started" },
  "identity-submitted": submitted,
  "identity-review": { ...submitted, decision: "review" },
  "identity-resubmission": { ...submitted, decision: "resubmission_requested", reasonCode: 204 },
  "identity-declined": { ...submitted, decision: "declined", reasonCode: 102 },
  "identity-expired": { session: "created", decision: "expired" },
  "identity-abandoned": { session: "started", decision: "abandoned" },
  "identity-labels": { ...submitted, decision: "approved", record: "held" },
  "identity-settling": { ...submitted, decision: "approved" },
  "document-expired": { ...submitted, decision: "approved", record: "expired" },
  "identity-revoked": { ...submitted, decision: "approved", record: "revoked" },
  "amp-id-missing": { record: "linked" },
  "issuer-missing": bound,
  "issuer-closed": { ...bound, link: "closed" },
  "request-ready": invited,
  "request-open": { ...invited, request: "open" },
  "request-approving": { ...invited, request: "approving" },
  "request-declined": { ...invited, request: "declined", reason: "We take professional investors alone." },
  "request-withdrawn": { ...invited, request: "withdrawn" },
  "chain-queued": { ...approved, task: "queued" },
  "chain-sending": { ...approved, task: "sending" },
  "chain-sent": { ...approved, task: "sent" },
  "chain-failed": { ...approved, task: "failed" },
  accepted: { ...approved, task: "confirmed" },
};

test("every state of an investor says what it is, who acts, how long it takes and the one thing to do, with a picture of each", async ({
  browser,
}, info) => {
  const rows = await openRows();
  test.skip(!rows, "The tables of a demo are left alone.");
  if (!rows) return;
  const { context, page, wallet } = await newInvestor(browser);
  const flaws: string[] = [];
  const see = async (state: InvestorStateName) => {
    await expectCard(page, state);
    // Until an issuer says where its securities are, the gravest of what this deployment serves: here that is live.
    const environment = STANDINGS[state]?.link ? "sandbox" : "live";
    await expect(page.locator("[data-environment]")).toHaveAttribute("data-environment", environment);
    flaws.push(...(await picture(page, state, info)));
  };
  await page.goto("/invest");
  await see("signed-out");
  await signInWallet(page);
  await saveEmail(page, "ada@example.com");
  await expectState(page, "identity-not-started");
  const investor = await investorRows(rows, wallet.account.address, "Alpine Growth AG");
  for (const state of investorStateNames) {
    const standing = STANDINGS[state];
    if (!standing) continue;
    await investor.stand(standing);
    await page.goto("/invest");
    await see(state);
  }
  await investor.close();
  await rows.close();
  await context.close();
  expect(flaws).toEqual([]);
});

/** The whole card against the words of the state, and nothing else to press in the first place. */
async function expectCard(page: Page, state: InvestorStateName): Promise<void> {
  await expectState(page, state);
  const card = page.locator('[aria-labelledby="state"]');
  const { meaning, whoActs, usualTime } = investorStatesText[state];
  await expect(card.getByText(meaning, { exact: true })).toBeVisible();
  const fact = (term: string) => card.locator("dl > div").filter({ hasText: term }).getByRole("definition");
  await expect(fact(investText.card.who)).toHaveText(whoActs);
  await expect(fact(investText.card.time)).toHaveText(usualTime);
  await expect(actionIn(card, state)).toHaveCount(1);
  await expect(actionIn(card, state)).toBeVisible();
  await expect(card.locator(".bg-primary")).toHaveCount(actionOf(state) === "look-again" ? 0 : 1);
  await expect(card.getByText(investText.card.watching)).toHaveCount(isWaiting(state) ? 1 : 0);
}

/** What stands under the state's own words. An AMP ID is signed only once it is checked, so that its card begins there. */
function actionIn(card: Locator, state: InvestorStateName): Locator {
  const name = state === "amp-id-missing" ? investText.ampId.prepare : investorStatesText[state].action;
  const roles = { "open-link": "heading", "see-holdings": "link" } as const;
  const action = actionOf(state);
  const role = action in roles ? roles[action as keyof typeof roles] : "button";
  return card.getByRole(role, { name, exact: true });
}

/** Wide and light; every third narrow and dark as well, with what a machine finds wrong there. */
async function picture(page: Page, state: InvestorStateName, info: TestInfo): Promise<string[]> {
  const number = investorStateNames.indexOf(state);
  const shot = (kind: string) => {
    const name = `${String(number + 1).padStart(2, "0")}-${state}-${kind}.png`;
    return page.screenshot({ path: info.outputPath(name), fullPage: true, animations: "disabled" });
  };
  if (isFullRun) await shot("wide");
  if (number % (isFullRun ? 3 : 6) !== 0) return [];
  await page.setViewportSize({ width: 360, height: 800 });
  await page.emulateMedia({ colorScheme: "dark" });
  await shot("narrow");
  const flaws = await flawsOf(page);
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1280, height: 900 });
  return flaws.map((flaw) => `${state} ${flaw}`);
}
