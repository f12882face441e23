import { expect, it } from "vitest";
import { assetMoves, categoriesAfter, membershipImpact, newMemberships } from "./membership-impact";

const users = [{ categories: [] }, { categories: [2] }, { categories: [1, 2] }, { categories: [1] }];
const asset = (name: string, requirements: number[], transferRestricted = true) => ({
  ...{ assetUuid: name, name, requirements, transferRestricted },
});
const assets = [asset("one", [1]), asset("both", [1, 2]), asset("other", [2]), asset("tracked", [1], false)];
const category = { id: 1, name: "Accredited" };

it("makes eligible only who has an asset's other categories too", () => {
  expect(membershipImpact({ users, category, isMember: true, assets })).toEqual({
    ...{ category, isMember: true, chosen: 4, changing: 2 },
    assets: [
      { assetUuid: "one", name: "one", users: 2, stillMissing: 0 },
      { assetUuid: "both", name: "both", users: 1, stillMissing: 1 },
    ],
  });
});

it("takes eligibility only from who had it", () => {
  expect(membershipImpact({ users, category, isMember: false, assets })).toMatchObject({
    ...{ chosen: 4, changing: 2 },
    assets: [
      { name: "one", users: 2, stillMissing: 0 },
      { name: "both", users: 1, stillMissing: 0 },
    ],
  });
});

it("says who comes and goes when a user changes several categories at once", () => {
  const changed = [
    { id: 1, name: "Anna", before: [1], after: [2] },
    { id: 2, name: "Ben", before: [2], after: [1, 2] },
    { id: 3, name: "Carl", before: [], after: [1] },
  ];
  const moves = assetMoves(changed, assets).map(({ asset: { name }, gaining, losing, stillMissing }) => ({
    ...{ name, stillMissing },
    gaining: gaining.map((user) => user.name),
    losing: losing.map((user) => user.name),
  }));
  expect(moves).toEqual([
    { name: "one", gaining: ["Ben", "Carl"], losing: ["Anna"], stillMissing: 0 },
    { name: "both", gaining: ["Ben"], losing: [], stillMissing: 2 },
    { name: "other", gaining: ["Anna"], losing: [], stillMissing: 0 },
  ]);
});

it("leaves out memberships that are so already", () => {
  const asked = [
    { categoryId: 1, isMember: true },
    { categoryId: 2, isMember: true },
    { categoryId: 3, isMember: false },
  ];
  expect(newMemberships([1], asked)).toEqual([{ categoryId: 2, isMember: true }]);
  expect(categoriesAfter([1, 3], asked)).toEqual([1, 2]);
});
