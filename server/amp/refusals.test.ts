import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { isNameTaken, isSoAlready } from "./refusals";

const refused = (words: string, fields?: Record<string, string[]>) =>
  new AppError("REJECTED", words, fields && { fields });

describe("a refusal of AMP's", () => {
  it("is no error where it says that what was asked for is so, and never where it says the opposite", () => {
    const [already, not] = [
      refused("The asset already requires this category."),
      refused("The asset does not require this category."),
    ];
    expect([isSoAlready(already, true), isSoAlready(already, false)]).toEqual([true, false]);
    expect([isSoAlready(not, true), isSoAlready(not, false)]).toEqual([false, true]);
    expect(isSoAlready(new AppError("NOT_FOUND", "already"), true)).toBe(false);
  });

  it("of a name is told as one in use only where AMP says so", () => {
    expect(isNameTaken(refused("Refused.", { name: ["A category with this name already exists."] }))).toBe(
      true,
    );
    expect(isNameTaken(refused('AMP refused: Invalid pk "7" - object does not exist.'))).toBe(false);
    expect(isNameTaken(refused("already", { gaid: ["This GAID exists."] }))).toBe(false);
    expect(isNameTaken(refused("Refused.", { name: ["At most 255 characters."] }))).toBe(false);
  });
});
