import { describe, expect, it } from "vitest";
import { buttonVariants } from "./button";

const classesOf = (size: "sm" | "md" | "lg" | "icon" | "icon-sm") => buttonVariants({ size }).split(" ");

describe("a button on a small screen", () => {
  it.each([
    ["sm", "7"],
    ["md", "8"],
    ["lg", "10"],
  ] as const)(
    "of size %s takes a second line for words wider than the screen, and is never lower",
    (size, height) => {
      const wraps = [
        "max-sm:h-auto",
        "max-sm:max-w-full",
        "max-sm:whitespace-normal",
        `max-sm:min-h-${height}`,
      ];
      expect(classesOf(size)).toEqual(expect.arrayContaining(wraps));
    },
  );

  it.each(["icon", "icon-sm"] as const)("of size %s stays a square", (size) => {
    expect(classesOf(size)).not.toContain("max-sm:h-auto");
  });
});
