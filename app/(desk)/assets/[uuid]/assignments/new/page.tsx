import type { Metadata } from "next";
import { AssignmentGrid } from "@/components/assignments/grid/assignment-grid";
import { UnauthorizedAlert } from "@/components/assignments/unauthorized-alert";
import { UnfinishedBatches } from "@/components/assignments/unfinished-batches";
import { PageCopyFreshness } from "@/components/data/page-copy-freshness";
import { PageFailure } from "@/components/data/page-failure";
import { AgeLine } from "@/components/data/read-at";
import { promptly } from "@/components/ui/promptly";
import { assignmentGridText } from "@/lib/messages/assignment-grid";
import { may } from "@/lib/policy";
import { pageData } from "@/server/doors/page-data";
import { readGridPage } from "@/server/services/assignment-batches";

export const generateMetadata = (): Metadata => ({ title: assignmentGridText.title });

export default promptly(async function NewAssignmentsPage({
  params,
}: PageProps<"/assets/[uuid]/assignments/new">) {
  const { uuid } = await params;
  const page = await pageData((actor) => readGridPage(actor, uuid));
  if (!page.ok) return <PageFailure title={assignmentGridText.title} error={page.error} />;
  const { asset, freeSats, unfinished, freshness } = page.data;
  return (
    <div className="grid gap-5">
      <UnauthorizedAlert asset={asset} mayAuthorize={may(page.actor.role, "asset:authorize")} />
      <UnfinishedBatches assetUuid={uuid} batches={unfinished} />
      <AgeLine>
        <PageCopyFreshness freshness={freshness} of={{ list: "owners", assetUuid: uuid }} />
      </AgeLine>
      <AssignmentGrid asset={asset} freeSats={freeSats} />
    </div>
  );
});
