import type { Metadata } from "next";
import { CategoryMatrix } from "@/components/categories/matrix/category-matrix";
import { PageFailure } from "@/components/data/page-failure";
import { PageHeader } from "@/components/ui/page-header";
import { promptly } from "@/components/ui/promptly";
import { parseListState } from "@/lib/list-state";
import { lists } from "@/lib/lists";
import { categoriesText } from "@/lib/messages/categories";
import { categoryMatrixText as text } from "@/lib/messages/category-matrix";
import { may } from "@/lib/policy";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { readMatrix } from "@/server/services/category-matrix";

export const generateMetadata = (): Metadata => ({ title: text.title });

export default promptly(async function MatrixPage({ searchParams }: PageProps<"/categories/matrix">) {
  const state = parseListState(await searchParams, lists.matrix);
  const page = await pageData((actor) => readMatrix(actor, state.query));
  if (!page.ok) return <PageFailure title={text.title} error={page.error} state={state} />;
  const { role, workspaceId } = page.actor;
  const canChange = may(role, "category:write");
  return (
    <>
      <PageHeader
        title={text.title}
        crumbs={[{ label: categoriesText.title, href: routes.categories }]}
        description={canChange ? text.description : text.readOnly}
      />
      <CategoryMatrix state={state} initial={page.data} workspaceId={workspaceId} canChange={canChange} />
    </>
  );
});
