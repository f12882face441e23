import type { ComponentProps } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import type { FilterBar } from "@/components/ui/filter-bar";
import { CategoriesCard } from "@/components/users/categories-card";
import type { ListPage } from "@/lib/contracts/list";
import type { CategoryDetails, CategorySummary } from "@/lib/domain/categories";
import { parseListState } from "@/lib/list-state";
import { lists } from "@/lib/lists";
import { categoriesText as text } from "@/lib/messages/categories";
import { AssetsCard } from "./assets-card";
import { CategoriesTable } from "./categories-table";

vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));
vi.mock("@/components/data/use-live", () => ({
  useLive: (_: string, data: unknown) => ({ data, refresh: null, error: null }),
}));
vi.mock("@/components/managers/ask-issuer", () => ({ AskIssuer: () => null }));
vi.mock("@/components/users/add-to-category-form", () => ({ AddToCategoryForm: () => null }));
vi.mock("./remove-member-button", () => ({ RemoveMemberButton: () => null }));
vi.mock("./require-asset-form", () => ({ RequireAssetForm: () => null }));
vi.mock("./add-category-button", () => ({ AddCategoryButton: () => null }));
vi.mock("@/components/data/copy-freshness", () => ({ CopyFreshness: () => null }));
vi.mock("@/components/export/export-button", () => ({ ExportButton: () => null }));
vi.mock("@/components/ui/filter-bar", () => ({
  FilterBar: ({ filters = [] }: ComponentProps<typeof FilterBar>) =>
    filters.flatMap(({ options = [] }) => options.map(({ label }) => label)).join(", "),
}));

const category: CategorySummary = { id: 3, name: "Resident", description: null, memberCount: 1, assets: [] };
const details: CategoryDetails = {
  ...{ category, users: 1, assets: [], hiddenAssets: 0, unreadable: [], attachable: [] },
};
const user = { id: 7, name: "Ada", categories: [3] };
const page: ListPage<CategorySummary> = {
  ...{ rows: [category], nextCursor: null, total: 1 },
  freshness: { asOf: new Date(0), source: "amp" },
};

const drawn = (isIssuer: boolean) =>
  [
    <AssetsCard key="page" details={details} canChange={isIssuer} />,
    <CategoriesCard
      key="user"
      user={user}
      all={[{ id: 3, name: "Resident", usedBy: 0 }]}
      canChange={isIssuer}
      chosen=""
    />,
    <CategoriesTable
      key="list"
      state={parseListState({}, lists.categories)}
      initial={page}
      intentId={isIssuer ? "i" : null}
    />,
  ].map((part) => renderToStaticMarkup(part));

it("tells a manager that none of the granted assets requires a category, and an issuer that none does", () => {
  const [ofPage, ofUser, ofList] = drawn(true);
  expect(ofPage).toContain(text.assetCard.noneText);
  expect(ofUser).toContain(text.usedBy(0));
  expect(ofList).toContain(text.assets(0));
  const [ofPageThen, ofUserThen, ofListThen] = drawn(false);
  expect(ofPageThen).toContain(text.assetCard.noneOfYours);
  expect(ofPageThen).not.toContain(text.assetCard.noneText);
  expect(ofUserThen).toContain(text.usedByNoneOfYours);
  expect(ofListThen).toContain(text.noneOfYours);
  expect(ofListThen).not.toContain(text.assets(0));
  const { members, assets, ofYours } = text.filters;
  const labels = (ofWhom: typeof assets) => [...Object.values(members), ...Object.values(ofWhom)].join(", ");
  expect(ofList).toContain(labels(assets));
  expect(ofListThen).toContain(labels(ofYours));
});
