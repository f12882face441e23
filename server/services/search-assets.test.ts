import { expect, it } from "vitest";
import type { Asset } from "@/lib/contracts/amp/assets";
import { searchText } from "@/lib/messages/search";
import { routes } from "@/lib/routes";
import { searchAssets } from "./search-assets";

const named = (name: string, at: number) =>
  ({ assetUuid: `uuid-${at}`, assetId: `${at}`.repeat(64), name, ticker: null }) as Asset;
const assets = ["Corporate Note", "New Alpine Fund", "Alpine Growth Fund I", "Alpine Growth Fund II"].map(
  named,
);
const find = (q: string, among = assets) => searchAssets({ assets: among, isWhole: true }, q);
const labels = (q: string) => find(q).items.map(({ label }) => label);
const meant = (q: string, among = assets) => {
  const { assets: of = [], ...more } = find(q, among).meant ?? {};
  return { names: of.map(({ name }) => name), ...more };
};
const others = { id: "others", label: searchText.others, group: "Assets", href: routes.assets };

it("finds an asset by all words, wherever they stand in its name", () => {
  expect(labels("fund alp")).toEqual(["Alpine Growth Fund I", "Alpine Growth Fund II", "New Alpine Fund"]);
  expect(labels("growth ii")).toEqual(["Alpine Growth Fund II"]);
  expect(labels("alpine lock")).toEqual([]);
});

it("takes the words that no name has for a command's, of three assets at most", () => {
  const names = ["Alpine Growth Fund I", "Alpine Growth Fund II", "New Alpine Fund"];
  const lock = { rest: "lock", isNamed: true, others: null };
  expect(meant("lock ALPINE")).toEqual({ names, ...lock });
  expect(meant("lock alpine growth fund i")).toEqual({ names: names.slice(0, 2), ...lock });
});

it("takes what names nothing for a command's alone, of the first assets, and leads to the others", () => {
  const names = ["Corporate Note", "New Alpine Fund", "Alpine Growth Fund I"];
  expect(meant("burn")).toEqual({ names, rest: "burn", isNamed: false, others });
  // "or" is in the first one's name, and names nothing.
  expect(meant("reissue or burn")).toEqual({ names, rest: "reissue burn", isNamed: false, others });
  expect(meant("burn fund", [...assets, named("Fund of Funds", 9)])).toMatchObject({
    others: { ...others, href: `${routes.assets}?q=fund` },
  });
});

it("means the best one alone where nothing but names was typed", () => {
  const best = { names: ["Alpine Growth Fund I"], rest: "", isNamed: true, others: null };
  expect(meant("alpine")).toEqual(best);
  expect(find("alpine", []).meant).toBeUndefined();
});

it("leads to all that it found where it shows only some", () => {
  const many = Array.from({ length: 8 }, (_, at) => named(`Bond ${at}`, at));
  expect(find("bond", many).items.slice(5)).toEqual([
    expect.objectContaining({ label: "Bond 5" }),
    { id: "all-assets", label: searchText.all(8), group: "Assets", href: `${routes.assets}?q=bond` },
  ]);
  expect(find("bond", many.slice(0, 6)).items).toHaveLength(6);
});
