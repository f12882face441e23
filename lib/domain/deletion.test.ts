import { expect, it } from "vitest";
import { routes } from "@/lib/routes";
import { deletableAt } from "./deletion";

const assetUuid = "6ffa44b0-3a0c-4d8e-9f7a-0123456789ab";

it("knows of an address what its page is about", () => {
  expect(deletableAt(routes.assetSettings(assetUuid), "asset")).toEqual({ kind: "asset", assetUuid });
  expect(deletableAt(`${routes.asset(assetUuid)}?tab=1`, "asset")).toEqual({ kind: "asset", assetUuid });
  expect(deletableAt(routes.assignment(assetUuid, 7), "assignment")).toEqual({
    ...{ kind: "assignment", assetUuid },
    assignmentId: 7,
  });
  expect(deletableAt(routes.addToCategory(12, 3), "user")).toEqual({ kind: "user", userId: 12 });
  expect(deletableAt(routes.category(3), "category")).toEqual({ kind: "category", categoryId: 3 });
});

it.each([
  ["/assets", "asset"],
  ["/assets/new", "asset"],
  [`/assets/${assetUuid}0`, "asset"],
  ["/assets/6ffa44b0-3a0c-4d8e-9f7a------------", "asset"],
  [routes.newAssignments(assetUuid), "assignment"],
  [routes.vesting(assetUuid), "assignment"],
  ["/users/0", "user"],
  ["/users/1234567890123", "user"],
  ["/users/imports", "user"],
  ["/categories/matrix", "category"],
] as const)("takes %s for no page of one %s", (path, kind) => expect(deletableAt(path, kind)).toBeNull());
