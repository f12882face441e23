import type { Metadata } from "next";
import { PageFailure } from "@/components/data/page-failure";
import { BlockTime } from "@/components/ui/block-time";
import { PageHeader } from "@/components/ui/page-header";
import { jobTitle } from "@/components/user-jobs/job-words";
import { UserJobPanel } from "@/components/user-jobs/user-job-panel";
import { parseListState } from "@/lib/list-state";
import { userJobLists } from "@/lib/lists";
import { userJobsText } from "@/lib/messages/user-jobs";
import { usersText } from "@/lib/messages/users";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { readUserJob } from "@/server/services/user-jobs";

export const metadata: Metadata = { title: userJobsText.one };

export default async function UserJobPage({ params, searchParams }: PageProps<"/users/imports/[id]">) {
  const { id } = await params;
  const state = parseListState(await searchParams, userJobLists.rows(id));
  const page = await pageData((actor) => readUserJob(actor, id, state.query));
  if (!page.ok) return <PageFailure title={userJobsText.one} error={page.error} />;
  const { about, categoryNames, requestedBy, createdAt } = page.data;
  return (
    <>
      <PageHeader
        title={jobTitle(about, categoryNames)}
        crumbs={[
          { label: usersText.title, href: routes.users },
          { label: userJobsText.title, href: routes.userJobs },
        ]}
        description={
          <span className="inline-flex flex-wrap gap-x-2">
            {requestedBy}
            <BlockTime at={createdAt} />
          </span>
        }
      />
      <UserJobPanel state={state} initial={page.data} />
    </>
  );
}
