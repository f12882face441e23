import { describe, expect, it } from "vitest";
import type { ByHand } from "./by-hand";
import {
  canAttach,
  canRunAutomatically,
  canRunByHand,
  canStartByHand,
  isHandedOut,
  mayBeElsewhere,
} from "./by-hand-decisions";
import type { OperationState, OperationView } from "./operation";

const before = { at: new Date(0), height: 1, balanceSats: 9n };
const leaving = { to: "ordered" as const, at: new Date(1) };

type Given = Pick<OperationView, "kind" | "state" | "facts" | "problem" | "intent">;
const given = (state: OperationState, byHand?: ByHand, rest: Partial<Given> = {}): Given => ({
  kind: "distribution",
  state,
  facts: byHand ? { byHand } : {},
  problem: null,
  intent: {} as OperationView["intent"],
  ...rest,
});

describe("an operation", () => {
  it("can be run elsewhere only while nothing of it can have been sent", () => {
    const all: OperationState[] = [
      "requested",
      "ordered",
      "signed",
      "sending",
      "broadcasting",
      "unknown",
      "sent",
      "done",
    ];
    expect(all.filter((state) => canRunByHand(given(state)))).toEqual(["requested", "ordered", "signed"]);
    expect(canRunByHand(given("stopped", undefined, { problem: { message: "", mayRetry: false } }))).toBe(
      false,
    );
    expect(canRunByHand(given("ordered", undefined, { kind: "blinders" }))).toBe(false);
  });

  it("comes back once, and not with more recipients than one transaction of the desk carries", () => {
    expect(canRunAutomatically(given("by-hand", { before }))).toBe(true);
    expect(canRunAutomatically(given("by-hand", { before, leaving }))).toBe(false);
    const amounts = Object.fromEntries(Array.from({ length: 71 }, (_, place) => [`a${place}`, 1n]));
    const order = { distributionUuid: "d", assetId: "a", amounts };
    expect(canRunAutomatically(given("by-hand", undefined, { facts: { byHand: { before }, order } }))).toBe(
      false,
    );
  });

  it("that was taken over or handed out once comes back no other way than from by hand", () => {
    const adopted = { intent: { adopts: "d" } as OperationView["intent"] };
    expect(canRunAutomatically(given("ordered", {}))).toBe(true);
    expect(canRunAutomatically(given("ordered", {}, adopted))).toBe(false);
    expect(canRunAutomatically(given("by-hand", {}, adopted))).toBe(true);
    const out: [OperationState, Partial<Given>][] = [
      ["by-hand", {}],
      ["stopped", adopted],
      ["ordered", { facts: { returned: { before } } }],
      ["ordered", { facts: { byHand: { isBlind: true } } }],
      ["ordered", {}],
    ];
    expect(out.map(([state, rest]) => mayBeElsewhere(given(state, undefined, rest)))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it("that somebody took while the node was away does not come back", () => {
    const taken = [{ by: "Ada", at: new Date(0) }];
    expect(canRunAutomatically(given("by-hand", { isBlind: true }))).toBe(true);
    expect(canRunAutomatically(given("by-hand", { isBlind: true, taken }))).toBe(false);
    expect(isHandedOut(given("by-hand", { isBlind: true }))).toBe(true);
  });

  it("hands its order out after the wallet was written down, and not while it comes back", () => {
    expect(
      [{}, { before }, { before, leaving }].map((byHand) => isHandedOut(given("by-hand", byHand))),
    ).toEqual([false, true, false]);
    expect(isHandedOut(given("ordered", { before }))).toBe(false);
  });

  it("takes a transaction only where AMP's order may be paid by one that it does not follow", () => {
    const order = { distributionUuid: "d", assetId: "a", amounts: {} };
    const facts = { order };
    const all: OperationState[] = ["ordered", "by-hand", "sending", "unknown", "sent", "confirming", "done"];
    expect(all.filter((state) => canAttach(given(state, undefined, { facts })))).toEqual([
      "by-hand",
      "unknown",
    ]);
    expect(canAttach(given("unknown"))).toBe(false);
    expect(canAttach(given("signed", undefined, { kind: "burn" }))).toBe(false);
  });
});

it("a wallet that cannot send is no obstacle to running the order elsewhere, a lost output is", () => {
  const locked = { id: "wallet-unlocked", isOk: false } as const;
  expect(canStartByHand([locked, { id: "no-lost-outputs", isOk: true }])).toBe(true);
  expect(canStartByHand([locked, { id: "no-lost-outputs", isOk: false }])).toBe(false);
});
