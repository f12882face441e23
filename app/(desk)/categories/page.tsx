import type { Metadata } from "next";
import { AddCategoryButton } from "@/components/categories/add-category-button";
import { CategoriesTable } from "@/components/categories/categories-table";
import { PageFailure } from "@/components/data/page-failure";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { promptly } from "@/components/ui/promptly";
import { parseListState } from "@/lib/list-state";
import { lists } from "@/lib/lists";
import { categoriesText } from "@/lib/messages/categories";
import { categoryMatrixText } from "@/lib/messages/category-matrix";
import { may } from "@/lib/policy";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { newIntentId } from "@/server/services/assets";
import { listCategories } from "@/server/services/categories";

export const generateMetadata = (): Metadata => ({ title: categoriesText.title });

export default promptly(async function CategoriesPage({ searchParams }: PageProps<"/categories">) {
  const state = parseListState(await searchParams, lists.categories);
  const page = await pageData((actor) => listCategories(actor, state.query));
  if (!page.ok) return <PageFailure title={categoriesText.title} error={page.error} state={state} />;
  const intentId = may(page.actor.role, "category:write") ? newIntentId() : null;
  return (
    <>
      <PageHeader
        title={categoriesText.title}
        description={categoriesText.description}
        actions={
          <>
            <ButtonLink href={routes.categoryMatrix}>{categoryMatrixText.link}</ButtonLink>
            {intentId && <AddCategoryButton intentId={intentId} />}
          </>
        }
      />
      <CategoriesTable state={state} initial={page.data} intentId={intentId} />
    </>
  );
});
