import { expect, it } from "vitest";
import { membershipImpact } from "./membership-impact";

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
