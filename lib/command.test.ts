import { expect, it } from "vitest";
import { groupCommands, matchCommands } from "@/lib/command";

const items = [
  { id: "1", label: "Registered users", group: "Go to", href: "/users" },
  { id: "2", label: "Assets", group: "Go to", href: "/assets" },
  { id: "3", label: "Green Bond", hint: "GBOND", group: "Assets", href: "/assets/x" },
];

it("finds by every word, in label or hint, and puts what begins with the query first", () => {
  expect(matchCommands(items, "gbond green").map((item) => item.id)).toEqual(["3"]);
  expect(matchCommands(items, "as").map((item) => item.id)).toEqual(["2"]);
  expect(matchCommands(items, "g").map((item) => item.id)).toEqual(["3", "1"]);
  expect(matchCommands(items, "nothing")).toEqual([]);
});

it("keeps everything in its order while nothing is typed", () => {
  expect(matchCommands(items, "  ")).toEqual(items);
});

it("puts a group together even when its items come apart", () => {
  const [one, two, three] = items as [(typeof items)[0], (typeof items)[0], (typeof items)[0]];
  expect(groupCommands([one, three, two])).toEqual([
    ["Go to", [one, two]],
    ["Assets", [three]],
  ]);
});
