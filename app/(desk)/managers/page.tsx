import type { Metadata } from "next";
import { PageFailure } from "@/components/data/page-failure";
import { AddManagerButton } from "@/components/managers/add-manager-button";
import { ManagersTable } from "@/components/managers/managers-table";
import { PageHeader } from "@/components/ui/page-header";
import { promptly } from "@/components/ui/promptly";
import { parseListState } from "@/lib/list-state";
import { lists } from "@/lib/lists";
import { managersText } from "@/lib/messages/managers";
import { pageData } from "@/server/doors/page-data";
import { newIntentId } from "@/server/services/assets";
import { listManagers } from "@/server/services/managers";

export const generateMetadata = (): Metadata => ({ title: managersText.title });

export default promptly(async function ManagersPage({ searchParams }: PageProps<"/managers">) {
  const state = parseListState(await searchParams, lists.managers);
  const page = await pageData((actor) => listManagers(actor, state.query));
  if (!page.ok) return <PageFailure title={managersText.title} error={page.error} state={state} />;
  return (
    <>
      <PageHeader
        title={managersText.title}
        description={managersText.description}
        actions={<AddManagerButton intentId={newIntentId()} />}
      />
      <ManagersTable state={state} initial={page.data} />
    </>
  );
});
