import { expect, it } from "vitest";
import { stepAt } from "./issue-steps";

it("goes to the step of the address, the first one where it names none", () => {
  expect(stepAt("review", false)).toBe("review");
  expect(stepAt("elsewhere", false)).toBe("kind");
  expect(stepAt(null, false)).toBe("kind");
});

it("begins again where nothing was entered, as by Back after an issuance", () => {
  expect(stepAt("supply", true)).toBe("kind");
  expect(stepAt("review", true)).toBe("kind");
  expect(stepAt("identity", true)).toBe("identity");
});
