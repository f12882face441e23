import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import type { InvestorView } from "@/lib/domain/investor";
import {
  actionOf,
  INVESTOR_STEPS,
  type InvestorStateName,
  investorStateNames,
  isWaiting,
} from "@/lib/domain/investor-state";
import type { WalletSetup } from "@/lib/domain/wallet-setup";
import { investText } from "@/lib/messages/invest";
import { chainTasksText } from "@/lib/messages/invest-pages";
import { investorStatesText } from "@/lib/messages/investor-states";
import { kycReason } from "@/lib/messages/kyc-reasons";
import { ConnectWallet } from "./connect-wallet";
import { NextAction } from "./next-action";
import { StateCard } from "./state-card";
import { StateDetails } from "./state-details";
import { stepsOf, toneOf } from "./steps";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: () => {}, refresh: () => {} }) }));
// The doors of the server are closed to a unit test; what they are called with is the browser test's matter.
vi.mock("@/server/actions/invest", () => ({
  ...{ startSignIn: null, setInvestorEmail: null, startKyc: null, testKyc: null, prepareAmpId: null },
  ...{ bindAmpId: null, sendRequest: null, withdrawRequest: null, retryWhitelist: null },
}));

const setup: WalletSetup = {
  environment: "sandbox",
  chains: [{ chainId: 31_337, name: "Local" }],
  signInChainIds: [31_337],
  walletConnectProjectId: null,
};

const view: InvestorView = {
  address: "0x00000000000000000000000000000000000000aa",
  chainId: 31_337,
  sessionEndsAt: new Date("2026-11-21T12:00:00Z"),
  isServiceReachable: true,
  email: "ada@example.com",
  kyc: {
    isCompleted: false,
    completedAt: null,
    validUntil: null,
    isExpired: false,
    isRevoked: false,
    isUnderReview: false,
    session: "submitted",
    lastDecision: {
      sessionId: "s",
      status: "declined",
      code: 9102,
      reason: null,
      reasonCode: 101,
      decidedAt: null,
      isOfThisSession: true,
    },
  },
  ampId: { gaid: "GA2HsrczzwaFzdJi", boundAt: new Date(0) },
  issuer: {
    slug: "acme",
    name: "Acme",
    environment: "sandbox",
    isOpen: true,
    chainIds: [31_337],
    showsHoldings: true,
    showsDistributions: true,
  },
  request: {
    id: "6a6fba21-4f4f-4f66-8d9c-2dfe1ac4c2b9",
    state: "declined",
    gaid: "GA",
    reason: "We only take professional investors.",
    unservedChainIds: [31_337],
    createdAt: new Date(0),
    decidedAt: new Date(0),
  },
  whitelist: [
    {
      id: "1",
      kind: "whitelist",
      chainId: 31_337,
      contractAddress: "0x1",
      state: "sent",
      hash: "0xfeedfacefeedfacefeedface",
      reason: null,
      requestedAt: new Date(0),
      updatedAt: new Date(0),
    },
  ],
  offers: {
    faucet: false,
    autoInvest: false,
    documents: false,
    holdings: true,
    testKyc: true,
    recaptchaSiteKey: null,
    chains: [{ chainId: 31_337, name: "Local", hasWhitelist: true, hasFaucet: false, hasAutoInvest: false }],
  },
};

/** The card as the page puts it together. */
function cardOf(state: InvestorStateName, typed = ""): string {
  const label = investorStatesText[state].action;
  return renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <StateCard state={state} details={<StateDetails state={state} view={view} />}>
        {state === "signed-out" ? (
          <ConnectWallet setup={setup} issuer={null} label={label} />
        ) : (
          <NextAction
            state={state}
            view={view}
            setup={setup}
            refresh={async () => {}}
            typed={{ current: typed }}
          />
        )}
      </StateCard>
    </QueryClientProvider>,
  )
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");
}

describe.each(investorStateNames)("the state %s", (state) => {
  const card = cardOf(state);
  const text = investorStatesText[state];

  it("says what it is, what it means, who acts, how long it takes and what to do", () => {
    // An AMP ID is signed only once it is checked, so its card begins with the check.
    const action = state === "amp-id-missing" ? investText.ampId.prepare : text.action;
    for (const words of [text.title, text.meaning, text.whoActs, text.usualTime, action]) {
      expect(words).toMatch(/\w/);
      expect(card).toContain(words);
    }
  });

  it("has one heading of the page and one main button at most", () => {
    expect(card.match(/<h1/g)).toHaveLength(1);
    expect(card.match(/bg-primary text-primary-foreground/g) ?? []).toHaveLength(
      actionOf(state) === "look-again" ? 0 : 1,
    );
  });

  it("marks one step as the present one, or all as done", () => {
    const marks = stepsOf(state).map((step) => step.state);
    const present = marks.filter((mark) => mark !== "done" && mark !== "todo");
    expect(marks).toHaveLength(INVESTOR_STEPS.length);
    expect(present).toHaveLength(state === "accepted" ? 0 : 1);
    expect(marks.join()).toMatch(/^(done,?)*(current|waiting|blocked)?(,?todo)*$/);
  });

  it("promises news only where they come by themselves", () => {
    expect(card.includes(investText.card.watching)).toBe(isWaiting(state));
  });
});

describe("what a state adds of the person's own", () => {
  it.each(["identity-resubmission", "identity-declined"] as const)(
    "%s names the reason and what helps",
    (state) => {
      const { reason, fix } = kycReason(101);
      expect(cardOf(state)).toContain(reason);
      expect(cardOf(state)).toContain(fix);
    },
  );

  it("a declined request shows the issuer's words", () => {
    expect(cardOf("request-declined")).toContain("We only take professional investors.");
  });

  it.each(["request-ready", "request-declined", "request-withdrawn"] as const)(
    "%s names the AMP ID, which can be another one",
    (state) => {
      expect(cardOf(state)).toContain("GA2HsrczzwaFzdJi");
      expect(cardOf(state)).toContain(investText.ampId.change);
    },
  );

  it("an open request can be withdrawn, another cannot", () => {
    expect(cardOf("request-open")).toContain(investText.request.withdraw);
    expect(cardOf("request-approving")).not.toContain(investText.request.withdraw);
  });

  it("the way onto the chain shows its transaction", () => {
    expect(cardOf("chain-sent")).toContain("0xfeedfacefeedfacefeedface");
    expect(cardOf("chain-sent")).toContain(chainTasksText.states.sent);
  });

  it("a request lists what the issuer gets to see before it is sent", () => {
    for (const fact of Object.values(investText.issuer.shared))
      expect(cardOf("request-ready")).toContain(fact);
  });
});

it("still has the AMP ID that was being typed when the service was away for a moment", () => {
  expect(cardOf("amp-id-missing", "GA2HsrczzwaFzdJi")).toContain('value="GA2HsrczzwaFzdJi"');
});

it("sends no form before the script that reads it has come", () => {
  for (const state of ["email-missing", "amp-id-missing", "request-ready"] as const)
    expect(cardOf(state)).toMatch(/<button type="submit" disabled=""/);
});

it("tells setbacks from waiting by their tone", () => {
  expect(toneOf("identity-declined")).toBe("blocked");
  expect(toneOf("identity-review")).toBe("waiting");
  expect(toneOf("accepted")).toBe("ok");
  expect(toneOf("email-missing")).toBe("info");
});

it("says from the request on which network the service does not serve, and lets the person ask again", () => {
  const { unserved, unservedText, askAgain } = investText.card;
  for (const state of ["request-open", "request-approving", "chain-queued", "accepted"] as const)
    for (const words of [unserved("Local"), unservedText, askAgain]) expect(cardOf(state)).toContain(words);
  for (const state of ["request-declined", "identity-declined"] as const)
    expect(cardOf(state)).not.toContain(unservedText);
});
