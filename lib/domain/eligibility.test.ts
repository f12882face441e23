import { describe, expect, it } from "vitest";
import {
  canReceive,
  failingAssetRules,
  failingUserRules,
  groupOf,
  isHarmful,
  isLosing,
  missingCategories,
  readRuleFilter,
  requirementsAfter,
} from "./eligibility";

const alice = { categories: [10, 20] };
const bob = { categories: [10] };
const carol = { categories: [] };

describe("eligibility", () => {
  it("asks for every category of an asset, not for one of them", () => {
    expect(missingCategories(alice, [10, 20])).toEqual([]);
    expect(missingCategories(bob, [10, 20])).toEqual([20]);
    expect(missingCategories(carol, [10, 20])).toEqual([10, 20]);
  });

  it("is open to every registered user when the asset requires nothing", () => {
    expect(missingCategories(carol, [])).toEqual([]);
  });
});

describe("a change of requirements", () => {
  it("adds or takes one category, and changes nothing that is so already", () => {
    expect(requirementsAfter([10], { categoryId: 20, isRequired: true })).toEqual([10, 20]);
    expect(requirementsAfter([10, 20], { categoryId: 10, isRequired: false })).toEqual([20]);
    expect(requirementsAfter([10, 20], { categoryId: 20, isRequired: true })).toEqual([10, 20]);
    expect(requirementsAfter([10], { categoryId: 20, isRequired: false })).toEqual([10]);
  });

  it("takes something only from who could receive before", () => {
    expect([alice, bob, carol].map((user) => isLosing(user, [10], [10, 20]))).toEqual([false, true, false]);
    expect([alice, bob, carol].some((user) => isLosing(user, [10, 20], [10]))).toBe(false);
  });
});

const ASSET = { isLocked: false, isAuthorized: true, transferRestricted: true, requirements: [10, 20] };
const WALLET = { gaid: "GA1", hasBlacklisted: false };

describe("why not", () => {
  it("names every rule that fails, not the first one alone", () => {
    const failing = failingUserRules({ ...carol, gaid: null, hasBlacklisted: true }, ASSET);
    expect(failing).toEqual([
      { rule: "category", categoryId: 10 },
      { rule: "category", categoryId: 20 },
      { rule: "no-gaid" },
      { rule: "blacklisted" },
    ]);
    expect(failingAssetRules({ ...ASSET, isLocked: true, isAuthorized: false })).toEqual([
      "unauthorized",
      "locked",
    ]);
    expect(failingAssetRules(ASSET)).toEqual([]);
  });

  it("asks no category of an issuer-tracked asset, but a wallet", () => {
    const tracked = { ...ASSET, transferRestricted: false };
    expect(failingUserRules({ ...carol, ...WALLET }, tracked)).toEqual([]);
    expect(failingUserRules({ ...carol, ...WALLET, gaid: null }, tracked)).toEqual([{ rule: "no-gaid" }]);
  });

  it("lets who holds blacklisted outputs receive more", () => {
    expect(canReceive(failingUserRules({ ...alice, ...WALLET, hasBlacklisted: true }, ASSET))).toBe(true);
    expect(canReceive(failingUserRules({ ...bob, ...WALLET }, ASSET))).toBe(false);
  });

  it("reads filters by a rule's name or a category's number, and nothing else", () => {
    const texts = ["clear", "failing", "no-gaid", "blacklisted", "20", "constructor", undefined];
    expect(texts.map(readRuleFilter)).toEqual([...texts.slice(0, 4), 20, undefined, undefined]);
  });
});

describe("what is worth typing a name", () => {
  const none = { holdersLosing: 0, assignmentsWaiting: 0, inDistribution: 0, isOpen: false };
  it.each([
    [none, false],
    [{ ...none, holdersLosing: 1 }, true],
    [{ ...none, assignmentsWaiting: 1 }, true],
    [{ ...none, inDistribution: 1 }, true],
    [{ ...none, isOpen: true }, true],
  ])("%j: %s", (change, expected) => expect(isHarmful(change)).toBe(expected));
});

it("names the first few of many", () => {
  const group = groupOf(Array.from({ length: 12 }, (_, at) => ({ name: `User ${at}` })));
  expect([group.count, group.names.length, group.names[0]]).toEqual([12, 5, "User 0"]);
});
