import { describe, expect, it } from "vitest";
import { readObjectId } from "./object-id";

describe("a number of AMP's in an address", () => {
  it("is read as it stands", () => {
    expect(readObjectId("1012")).toBe(1012);
  });

  it.each(["", "0", "01", "-1", "1.5", "1e3", "abc", "1/../2", "9".repeat(16)])(
    "is not found when it reads %j, and nothing is asked of AMP",
    (text) => {
      expect(() => readObjectId(text)).toThrow(expect.objectContaining({ code: "NOT_FOUND" }));
    },
  );
});
