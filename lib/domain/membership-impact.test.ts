import { expect, it } from "vitest";
import { assetMoves, categoriesAfter, newMemberships } from "./membership-impact";

const asset = (name: string, requirements: number[], transferRestricted = true) => ({
  ...{ assetUuid: name, name, requirements, transferRestricted },
});
const assets = [asset("one", [1]), asset("both", [1, 2]), asset("other", [2]), asset("tracked", [1], false)];

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
