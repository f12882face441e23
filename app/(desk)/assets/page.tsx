import type { Metadata } from "next";
import { cookies } from "next/headers";
import { AssetsTable } from "@/components/assets/assets-table";
import { PageFailure } from "@/components/data/page-failure";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { promptly } from "@/components/ui/promptly";
import { columnsCookie } from "@/lib/columns";
import { parseListState } from "@/lib/list-state";
import { lists } from "@/lib/lists";
import { assetsText } from "@/lib/messages/assets";
import { may } from "@/lib/policy";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { listAssets } from "@/server/services/asset-list";

export const generateMetadata = (): Metadata => ({ title: assetsText.title });

export default promptly(async function AssetsPage({ searchParams }: PageProps<"/assets">) {
  const remembered = (await cookies()).get(columnsCookie("assets"))?.value;
  const state = parseListState(await searchParams, lists.assets, remembered);
  const page = await pageData((actor) => listAssets(actor, state.query));
  if (!page.ok) return <PageFailure title={assetsText.title} error={page.error} state={state} />;
  const canIssue = may(page.actor.role, "asset:issue");
  return (
    <>
      <PageHeader
        title={assetsText.title}
        actions={
          canIssue && (
            <ButtonLink variant="primary" href={routes.newAsset}>
              {assetsText.issue}
            </ButtonLink>
          )
        }
      />
      <AssetsTable
        state={state}
        initial={page.data}
        canIssue={canIssue}
        hasAlerts={may(page.actor.role, "treasury:read")}
        hasBlinders={may(page.actor.role, "blinders:run")}
      />
    </>
  );
});
