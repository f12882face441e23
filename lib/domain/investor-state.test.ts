import { describe, expect, it } from "vitest";
import { investorStatesText } from "@/lib/messages/investor-states";
import { kycReason } from "@/lib/messages/kyc-reasons";
import type { InvestorView, KycDecision } from "./investor";
import {
  actionOf,
  INVESTOR_STEPS,
  type InvestorStateName,
  investorState,
  investorStateNames,
  isVerifying,
  isWaiting,
  stepOf,
} from "./investor-state";
import { DECISIONS, decision, flags, kycs, requests, SESSIONS, VIEW } from "./investor-views-testing";

/** Whatever can be combined, part by part: the parts before must be there for the ones behind to matter. */
function* views(): Generator<InvestorView> {
  for (const kyc of kycs())
    for (const isServiceReachable of flags)
      for (const email of [null, VIEW.email])
        for (const ampId of [null, VIEW.ampId])
          for (const rest of requests()) yield { ...VIEW, kyc, isServiceReachable, email, ampId, ...rest };
}

describe("the states of an investor", () => {
  it("has a name for every combination, and every name is reached", () => {
    const seen = new Set<InvestorStateName>([investorState(null)]);
    let count = 0;
    for (const view of views()) {
      const state = investorState(view);
      if (!seen.has(state)) seen.add(state);
      count += 1;
    }
    expect(count).toBe(SESSIONS.length * DECISIONS.length * 16 * 8 * 3 * 6 * 9);
    expect([...seen].sort()).toEqual([...investorStateNames].sort());
  });

  it("never lets anybody past a step that is missing", () => {
    for (const kyc of kycs()) {
      const state = investorState({ ...VIEW, kyc });
      const isFine = kyc.isCompleted && !kyc.isExpired && !kyc.isRevoked && !kyc.isUnderReview;
      expect(stepOf(state) === "identity", JSON.stringify(kyc)).toBe(!isFine);
      expect(stepOf(investorState({ ...VIEW, kyc, ampId: null })) === "identity").toBe(!isFine);
    }
  });

  it("has all five words for each, and a step and an action", () => {
    expect(Object.keys(investorStatesText).sort()).toEqual([...investorStateNames].sort());
    for (const state of investorStateNames) {
      const { title, meaning, whoActs, usualTime, action } = investorStatesText[state];
      for (const words of [title, meaning, whoActs, usualTime, action]) expect(words.trim()).not.toBe("");
      expect(INVESTOR_STEPS).toContain(stepOf(state));
      // Who has nothing to do is not left with a page that stands still.
      if (actionOf(state) === "look-again") expect(isWaiting(state), state).toBe(true);
    }
  });

  it.each([
    [
      "a decline shown with the new session",
      { session: "created", lastDecision: decision("declined", false) },
      "identity-declined",
    ],
    [
      "the new session once it is opened",
      { session: "started", lastDecision: decision("declined", false) },
      "identity-started",
    ],
    [
      "expired apart from abandoned",
      { session: "created", lastDecision: decision("expired", false) },
      "identity-expired",
    ],
    [
      "abandoned apart from expired",
      { session: "created", lastDecision: decision("abandoned", false) },
      "identity-abandoned",
    ],
    [
      "a resubmission",
      { session: "submitted", lastDecision: decision("resubmission_requested", true) },
      "identity-resubmission",
    ],
    [
      "an approval under way",
      { session: "submitted", lastDecision: decision("approved", true) },
      "identity-settling",
    ],
    [
      "labels after an approval",
      { session: "submitted", lastDecision: decision("approved", true), isUnderReview: true },
      "identity-labels",
    ],
    [
      "an expired document",
      { isCompleted: true, isExpired: true, lastDecision: decision("approved", true) },
      "document-expired",
    ],
    [
      "a new check after an expired document",
      { isExpired: true, session: "submitted", lastDecision: decision("approved", false) },
      "identity-submitted",
    ],
    [
      "a refusal that revoked",
      { isRevoked: true, lastDecision: decision("declined", true) },
      "identity-declined",
    ],
    [
      "a revocation without a refusal",
      { isRevoked: true, lastDecision: decision("approved", true) },
      "identity-revoked",
    ],
  ] as const)("names %s", (_, kyc, state) => {
    expect(investorState({ ...VIEW, kyc: { ...VIEW.kyc, isCompleted: false, ...kyc } })).toBe(state);
  });
});

describe("reason codes", () => {
  it("have plain words, and unknown ones the general words", () => {
    const known = [
      101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 120, 121, 122, 123, 124, 126,
    ];
    const more = [127, 128, 129, 201, 202, 203, 204, 205, 206, 207, 539];
    const general = kycReason(null);
    for (const code of [...known, ...more]) expect(kycReason(code), `${code}`).not.toEqual(general);
    for (const code of [0, 125, 501, 999]) expect(kycReason(code)).toEqual(general);
  });
});

it("looks for news of a verification that has no end yet, whatever an earlier one came to", () => {
  const of = (session: InvestorView["kyc"]["session"], lastDecision: KycDecision | null) =>
    isVerifying({ ...VIEW, kyc: { ...VIEW.kyc, session, lastDecision } });
  expect(of(null, decision("declined", false))).toBe(false);
  expect(of("created", null)).toBe(true);
  expect(of("created", decision("declined", false))).toBe(true);
  expect(of("submitted", decision("approved", true))).toBe(false);
});
