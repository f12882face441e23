import type { Metadata } from "next";
import { AssetsCard } from "@/components/categories/assets-card";
import { CategoryActions } from "@/components/categories/category-actions";
import { MembersCard } from "@/components/categories/members-card";
import { PageCopyFreshness } from "@/components/data/page-copy-freshness";
import { PageFailure } from "@/components/data/page-failure";
import { PageHeader } from "@/components/ui/page-header";
import { promptly } from "@/components/ui/promptly";
import { parseListState } from "@/lib/list-state";
import { categoryLists } from "@/lib/lists";
import { categoriesText } from "@/lib/messages/categories";
import { may } from "@/lib/policy";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { readCategory } from "@/server/services/categories";
import { readObjectId } from "@/server/services/object-id";

export const generateMetadata = (): Metadata => ({ title: categoriesText.one });

export default promptly(async function CategoryPage({ params, searchParams }: PageProps<"/categories/[id]">) {
  const { id } = await params;
  const state = parseListState(await searchParams, categoryLists.members(id));
  const page = await pageData(async (actor) => readCategory(actor, readObjectId(id), state.query));
  if (!page.ok) return <PageFailure title={categoriesText.one} error={page.error} state={state} />;
  const { details, members, freshness } = page.data;
  const { role } = page.actor;
  return (
    <>
      <PageHeader
        title={details.category.name}
        crumbs={[{ label: categoriesText.title, href: routes.categories }]}
        description={details.category.description}
        freshness={<PageCopyFreshness freshness={freshness} of={{ list: "categories" }} />}
        actions={may(role, "category:write") && <CategoryActions category={details.category} />}
      />
      <div className="grid gap-5">
        <AssetsCard details={details} canChange={may(role, "asset:requirements")} />
        <MembersCard
          state={state}
          initial={members}
          details={details}
          canChange={may(role, "category:write")}
        />
      </div>
    </>
  );
});
