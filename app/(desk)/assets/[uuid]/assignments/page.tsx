import CalendarClock from "lucide-react/icons/calendar-clock";
import ListPlus from "lucide-react/icons/list-plus";
import type { Metadata } from "next";
import { assignmentFilters } from "@/components/assignments/assignment-filters";
import { AssignmentForm } from "@/components/assignments/assignment-form";
import { AssignmentOnly } from "@/components/assignments/assignment-only";
import { AssignmentsTable } from "@/components/assignments/assignments-table";
import { FreeAge } from "@/components/assignments/free-age";
import { UnfinishedJobs } from "@/components/assignments/jobs/unfinished-jobs";
import { UnauthorizedAlert } from "@/components/assignments/unauthorized-alert";
import { UnfinishedBatches } from "@/components/assignments/unfinished-batches";
import { PageFailure } from "@/components/data/page-failure";
import { ButtonLink } from "@/components/ui/button";
import { promptly } from "@/components/ui/promptly";
import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { assignmentListText } from "@/lib/messages/assignment-list";
import { assignmentsText } from "@/lib/messages/assignments";
import { may } from "@/lib/policy";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { newIntentId } from "@/server/services/assets";
import { readAssignmentsPage } from "@/server/services/assignments";

export const generateMetadata = (): Metadata => ({ title: assignmentsText.title });

export default promptly(async function AssignmentsPage({
  params,
  searchParams,
}: PageProps<"/assets/[uuid]/assignments">) {
  const { uuid } = await params;
  const state = parseListState(await searchParams, assetLists.assignments(uuid));
  const page = await pageData((actor) => readAssignmentsPage(actor, uuid, state.query));
  if (!page.ok) return <PageFailure title={assignmentsText.title} error={page.error} state={state} />;
  const { asset, list, free, choices, unfinished, jobs } = page.data;
  const { role } = page.actor;
  return (
    <div className="grid gap-5">
      <UnauthorizedAlert asset={asset} mayAuthorize={may(role, "asset:authorize")} />
      <UnfinishedJobs assetUuid={uuid} jobs={jobs} />
      <UnfinishedBatches assetUuid={uuid} batches={unfinished} />
      <div className="flex flex-wrap justify-end gap-2">
        <ButtonLink size="sm" icon={<CalendarClock aria-hidden />} href={routes.vesting(uuid)}>
          {assignmentsText.toVesting}
        </ButtonLink>
        {may(role, "assignment:create") && (
          <ButtonLink size="sm" icon={<ListPlus aria-hidden />} href={routes.newAssignments(uuid)}>
            {assignmentsText.toMany}
          </ButtonLink>
        )}
      </div>
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_17rem] 2xl:grid-cols-[minmax(0,1fr)_19rem]">
        <AssignmentsTable
          asset={asset}
          state={state}
          initial={list}
          sorts={{ ...assignmentListText.sorts }}
          filters={assignmentFilters()}
          only={<AssignmentOnly filters={state.query.filters} rows={list.rows} />}
          canWrite={may(role, "assignment:write")}
          canDistribute={may(role, "distribution:run")}
        />
        {may(role, "assignment:create") && (
          <div className="max-xl:order-first">
            <AssignmentForm
              asset={asset}
              freeSats={free.sats}
              freeAge={<FreeAge freshness={free.freshness} />}
              choices={choices}
              intentId={newIntentId()}
            />
          </div>
        )}
      </div>
    </div>
  );
});
