import { expect, it } from "vitest";
import { shortenMiddle } from "@/lib/format/ids";

it("keeps both ends of a long id", () => {
  expect(shortenMiddle(`4f9c1d${"0".repeat(52)}77ab02`)).toBe("4f9c1d…77ab02");
});

it("leaves an id alone that would not become shorter", () => {
  expect(shortenMiddle("GA3vxLAMgLBpvB1")).toBe("GA3vxLAMgLBpvB1");
  expect(shortenMiddle("")).toBe("");
});
