import type { Metadata } from "next";
import { BatchProgress } from "@/components/assignments/batch/batch-progress";
import { PageFailure } from "@/components/data/page-failure";
import { promptly } from "@/components/ui/promptly";
import { assignmentBatchesText } from "@/lib/messages/assignment-batches";
import { pageData } from "@/server/doors/page-data";
import { readBatchPage } from "@/server/services/assignment-batches";

const title = () => assignmentBatchesText.page.title("create");
export const generateMetadata = (): Metadata => ({ title: title() });

export default promptly(async function AssignmentBatchPage({
  params,
}: PageProps<"/assets/[uuid]/assignments/batches/[batch]">) {
  const { uuid, batch } = await params;
  const page = await pageData((actor) => readBatchPage(actor, uuid, batch));
  if (!page.ok) return <PageFailure title={title()} error={page.error} />;
  const { asset, view } = page.data;
  return <BatchProgress key={batch} asset={asset} initial={view} />;
});
