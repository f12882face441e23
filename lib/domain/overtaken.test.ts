import { expect, it } from "vitest";
import { overtaken } from "./overtaken";

it("names what is another than was shown, and everything where nothing was shown or is there any more", () => {
  const shown = { name: "Fund", managers: ["bob"], url: null };
  expect(overtaken(shown, { ...shown, managers: ["bob"] })).toEqual([]);
  expect(overtaken<{ name: string; managers: string[] }>(shown, { name: "Fund", managers: [] })).toEqual([
    "managers",
  ]);
  expect(overtaken(null, shown)).toEqual(["name", "managers", "url"]);
  expect(overtaken(shown, null)).toEqual(["name", "managers", "url"]);
  expect(overtaken(null, null)).toEqual([]);
});
