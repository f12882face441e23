import type { Metadata } from "next";
import { PageFailure } from "@/components/data/page-failure";
import { BlockTime } from "@/components/ui/block-time";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { promptly } from "@/components/ui/promptly";
import { jobTitle, namesById } from "@/components/user-jobs/job-words";
import { NamesMissing } from "@/components/user-jobs/names-missing";
import { UserJobPanel } from "@/components/user-jobs/user-job-panel";
import { parseListState } from "@/lib/list-state";
import { userJobLists } from "@/lib/lists";
import { auditText } from "@/lib/messages/audit";
import { userJobsText } from "@/lib/messages/user-jobs";
import { usersText } from "@/lib/messages/users";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { categoryChoices } from "@/server/services/categories";
import { readUserJob } from "@/server/services/user-jobs";

export const generateMetadata = (): Metadata => ({ title: userJobsText.one });

export default promptly(async function UserJobPage({
  params,
  searchParams,
}: PageProps<"/users/imports/[id]">) {
  const { id } = await params;
  const state = parseListState(await searchParams, userJobLists.rows(id));
  const page = await pageData((actor) =>
    // A report can be read while AMP is away; its categories then stand there by number.
    Promise.all([readUserJob(actor, id, state.query), categoryChoices(actor).catch(() => null)]),
  );
  if (!page.ok) return <PageFailure title={userJobsText.one} error={page.error} state={state} />;
  const [job, categories] = page.data;
  const categoryNames = namesById(categories ?? []);
  return (
    <>
      <PageHeader
        title={jobTitle(job.about, categoryNames)}
        crumbs={[
          { label: usersText.title, href: routes.users },
          { label: userJobsText.title, href: routes.userJobs },
        ]}
        actions={
          !page.actor.preview && <ButtonLink href={routes.auditOf(job.id)}>{auditText.ofJob}</ButtonLink>
        }
        description={
          <span className="inline-flex flex-wrap gap-x-2">
            {job.requestedBy}
            <BlockTime at={job.createdAt} />
          </span>
        }
      />
      {categories === null && <NamesMissing />}
      <UserJobPanel state={state} initial={job} categoryNames={categoryNames} />
    </>
  );
});
