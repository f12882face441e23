import { describe, expect, it } from "vitest";
import { countEligible, missingCategories, requirementImpact } from "./eligibility";

const alice = { id: 1, categories: [10, 20] };
const bob = { id: 2, categories: [10] };
const carol = { id: 3, categories: [] };
const users = [alice, bob, carol];

const impactOf = (change: Partial<Parameters<typeof requirementImpact>[0]>) =>
  requirementImpact({
    users,
    requirements: [10],
    categoryId: 20,
    isRequired: true,
    holderIds: new Set(),
    assignedUserIds: [],
    ...change,
  });

describe("eligibility", () => {
  it("asks for every category of an asset, not for one of them", () => {
    expect(missingCategories(bob, [10, 20])).toEqual([20]);
    expect(countEligible(users, [10, 20])).toBe(1);
  });

  it("is open to every registered user when the asset requires nothing", () => {
    expect(countEligible(users, [])).toBe(3);
  });
});

describe("the impact of a requirement", () => {
  it("counts who is eligible before and after", () => {
    expect(impactOf({})).toMatchObject({ users: 3, eligibleBefore: 2, eligibleAfter: 1 });
    expect(impactOf({ requirements: [10, 20], isRequired: false })).toMatchObject({
      eligibleBefore: 1,
      eligibleAfter: 2,
    });
  });

  it("names only holders and assignments that lose what they had", () => {
    const impact = impactOf({ holderIds: new Set([1, 2, 3, 99]), assignedUserIds: [2, 2, 3] });
    expect(impact).toMatchObject({ holdersLosing: 1, assignmentsWaiting: 2 });
  });

  it("takes nothing from anybody when a requirement is dropped", () => {
    const impact = impactOf({
      requirements: [10, 20],
      isRequired: false,
      holderIds: new Set([1, 2, 3]),
      assignedUserIds: [1, 2, 3],
    });
    expect(impact).toMatchObject({ holdersLosing: 0, assignmentsWaiting: 0 });
  });

  it("changes nothing when the asset requires the category already", () => {
    expect(impactOf({ requirements: [10, 20] })).toMatchObject({ eligibleBefore: 1, eligibleAfter: 1 });
  });
});
