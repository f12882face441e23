import type { Metadata } from "next";
import { AssignmentJobPanel } from "@/components/assignments/jobs/assignment-job-panel";
import { PageFailure } from "@/components/data/page-failure";
import { promptly } from "@/components/ui/promptly";
import { parseListState } from "@/lib/list-state";
import { assignmentJobLists } from "@/lib/lists";
import { assignmentSelectionText } from "@/lib/messages/assignment-selection";
import { may } from "@/lib/policy";
import { pageData } from "@/server/doors/page-data";
import { readAssignmentJobPage } from "@/server/services/assignment-jobs";

const title = () => assignmentSelectionText.job.one;
export const generateMetadata = (): Metadata => ({ title: title() });

export default promptly(async function AssignmentJobPage({
  params,
  searchParams,
}: PageProps<"/assets/[uuid]/assignments/jobs/[job]">) {
  const { uuid, job } = await params;
  const state = parseListState(await searchParams, assignmentJobLists.rows(uuid, job));
  const page = await pageData((actor) => readAssignmentJobPage(actor, uuid, job, state.query));
  if (!page.ok) return <PageFailure title={title()} error={page.error} state={state} />;
  return (
    <AssignmentJobPanel
      asset={page.data.asset}
      state={state}
      initial={page.data.job}
      canWrite={may(page.actor.role, "assignment:write")}
    />
  );
});
