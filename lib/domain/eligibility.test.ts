import { describe, expect, it } from "vitest";
import { isLosing, missingCategories, requirementsAfter } from "./eligibility";

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
