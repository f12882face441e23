import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { MatrixAsset, MatrixUser } from "@/lib/domain/eligibility-matrix";
import { parseListState } from "@/lib/list-state";
import { lists } from "@/lib/lists";
import { eligibilityText } from "@/lib/messages/eligibility";
import { eligibilityMatrixText as text } from "@/lib/messages/eligibility-matrix";
import { routes } from "@/lib/routes";
import { EligibilityGrid } from "./eligibility-grid";
import { PartBar } from "./part-bar";
import { WhyDialog } from "./why-dialog";

const UUID = "5aff248b-84a7-49a5-8b27-d31a405742f5";
const fund: MatrixAsset = {
  ...{ assetUuid: UUID, name: "Alpine Fund", ticker: "ALP", hasEndpoint: false },
  ...{ isLocked: false, isAuthorized: true, transferRestricted: true, requirements: [1, 2] },
  outputsAsOf: new Date("2026-03-02T09:08:07Z"),
};
const locked: MatrixAsset = { ...fund, assetUuid: "other", name: "Zug Notes", isLocked: true };
const ada: MatrixUser = { id: 7, name: "Ada", gaid: "GA1", categories: [1, 2], blacklisted: [] };
const bob: MatrixUser = { id: 8, name: "Bob", gaid: null, categories: [1], blacklisted: [] };
const categories = [
  { id: 1, name: "Resident" },
  { id: 2, name: "Professional" },
];
const may = { canAdd: true, canMend: true };
const stateOf = (params: Record<string, string> = {}) => parseListState(params, lists.eligibilityMatrix);

const grid = () =>
  renderToStaticMarkup(
    <EligibilityGrid
      state={stateOf()}
      users={[ada, bob]}
      assets={[fund, locked]}
      categories={categories}
      {...may}
    />,
  );
const dialog = (user: MatrixUser, asset: MatrixAsset, rights = may) =>
  renderToStaticMarkup(
    <WhyDialog user={user} asset={asset} categories={categories} {...rights} onClose={() => {}} />,
  ).replaceAll("&#x27;", "'");

it("each cell says its verdict in words, to the eye and to whoever listens", () => {
  const html = grid();
  const cells = [...html.matchAll(/<button[^>]*aria-label="([^"]*)"[^>]*>(.*?)<\/button>/g)];
  const [eligible, one, two, three] = [text.eligible, ...[1, 2, 3].map(text.failing)] as const;
  expect(cells.map(([, label]) => label)).toEqual([
    text.cell("Ada", "Alpine Fund", eligible),
    text.cell("Ada", "Zug Notes", one ?? ""),
    text.cell("Bob", "Alpine Fund", two ?? ""),
    text.cell("Bob", "Zug Notes", three ?? ""),
  ]);
  expect(cells.map(([, , content = ""]) => content.replace(/<[^>]*>/g, ""))).toEqual([
    eligible,
    one,
    two,
    three,
  ]);
});

it("one cell takes part in the tab order, arrows reach the others", () => {
  const tabbed = [...grid().matchAll(/<button[^>]*tabindex="(-?\d)"/gi)].map(([, index]) => index);
  expect(tabbed).toEqual(["0", "-1", "-1", "-1"]);
});

it("a cell's reasons come with what to do, and with what is in order", () => {
  const html = dialog(bob, locked);
  const { rules, remedies, everybody } = eligibilityText;
  for (const words of [rules.locked, rules.category("Professional"), rules["no-gaid"], text.why.no(3)])
    expect(html).toContain(words);
  for (const words of [remedies.category, remedies["no-gaid"], everybody.locked.remedy])
    expect(html).toContain(`>${words}</a>`);
  for (const words of [text.why.passes.category("Resident"), text.why.passes.unauthorized])
    expect(html).toContain(words);
  expect(html).toContain(`href="${routes.assetSettings("other")}"`);
  // The category that is missing is chosen there already.
  expect(html).toContain(`href="${routes.addToCategory(8, 2)}"`);
});

it("a manager is told who can put it right, and is led nowhere closed", () => {
  const html = dialog(bob, locked, { canAdd: false, canMend: false });
  expect(html).toContain(eligibilityText.everybody.locked.manager);
  expect(html).toContain(eligibilityText.remedies.issuer);
  expect(html).not.toContain(routes.assetSettings("other"));
});

it("who can receive sees why, without a list of obstacles", () => {
  const html = dialog(ada, fund);
  expect(html).toContain(text.why.yes);
  expect(html).not.toContain(text.why.failing);
  expect(html).toContain(`href="${routes.whyNot(UUID, 7)}"`);
  expect(dialog(ada, { ...fund, transferRestricted: false })).toContain(eligibilityText.tracked.title);
});

it("what is blacklisted is said in the cell and in its reasons, as old as it is", () => {
  const holder = { ...ada, blacklisted: [UUID] };
  const html = renderToStaticMarkup(
    <EligibilityGrid state={stateOf()} users={[holder]} assets={[fund]} categories={categories} {...may} />,
  );
  expect(html).toContain(text.cell("Ada", "Alpine Fund", text.blacklistedToo));
  const reasons = dialog(holder, fund);
  for (const words of [
    text.why.blacklistedToo,
    eligibilityText.rules.blacklisted,
    text.why.blacklistedAsOf("2026-03-02 09:08:07 UTC"),
  ])
    expect(reasons).toContain(words);
  expect(reasons).toContain(`href="${routes.utxosOf(UUID, "GA1").replaceAll("&", "&amp;")}"`);
  expect(dialog(ada, { ...fund, outputsAsOf: null })).toContain(text.why.blacklistedUnknown);
});

it("the other assets are a link away, with the same users", () => {
  const columns = { assets: [], part: 2, parts: 3, from: 9, to: 16, found: 20 };
  const html = renderToStaticMarkup(
    <PartBar state={stateOf({ part: "2", q: "a", cursor: "here" })} columns={columns} />,
  );
  expect(html).toContain(text.assets.shown(9, 16, 20));
  const hrefs = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href?.replaceAll("&amp;", "&"));
  expect(hrefs).toEqual([
    `${routes.eligibilityMatrix}?q=a&cursor=here`,
    `${routes.eligibilityMatrix}?q=a&part=3&cursor=here`,
  ]);
});
