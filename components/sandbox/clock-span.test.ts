import { expect, it } from "vitest";
import { offsetWords } from "./clock-span";

it.each([
  [0, "real time"],
  [0.3, "real time"],
  [1, "1 second ahead"],
  [3_600, "1 hour ahead"],
  [90_061, "1 day 1 hour ahead"],
  [2_592_000, "30 days ahead"],
  [86_430, "1 day 30 seconds ahead"],
  [-7_260, "2 hours 1 minute behind"],
])("says %d seconds as %s", (seconds, words) => {
  expect(offsetWords(seconds)).toBe(words);
});
