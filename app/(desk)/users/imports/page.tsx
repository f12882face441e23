import type { Metadata } from "next";
import { PageFailure } from "@/components/data/page-failure";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { promptly } from "@/components/ui/promptly";
import { namesById } from "@/components/user-jobs/job-words";
import { NamesMissing } from "@/components/user-jobs/names-missing";
import { UserJobsTable } from "@/components/user-jobs/user-jobs-table";
import { parseListState } from "@/lib/list-state";
import { lists } from "@/lib/lists";
import { userImportText } from "@/lib/messages/user-import";
import { userJobsText } from "@/lib/messages/user-jobs";
import { usersText } from "@/lib/messages/users";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { categoryChoices } from "@/server/services/categories";
import { listUserJobs } from "@/server/services/user-jobs";

export const generateMetadata = (): Metadata => ({ title: userJobsText.title });

export default promptly(async function UserJobsPage({ searchParams }: PageProps<"/users/imports">) {
  const state = parseListState(await searchParams, lists.userJobs);
  const page = await pageData((actor) =>
    // The list can be read while AMP is away; categories then stand there by number.
    Promise.all([listUserJobs(actor, state.query), categoryChoices(actor).catch(() => null)]),
  );
  if (!page.ok) return <PageFailure title={userJobsText.title} error={page.error} state={state} />;
  const [jobs, categories] = page.data;
  return (
    <>
      <PageHeader
        title={userJobsText.title}
        crumbs={[{ label: usersText.title, href: routes.users }]}
        description={userJobsText.description}
        actions={
          <ButtonLink variant="primary" href={routes.importUsers}>
            {userImportText.link}
          </ButtonLink>
        }
      />
      {categories === null && <NamesMissing />}
      <UserJobsTable state={state} initial={jobs} categoryNames={namesById(categories ?? [])} />
    </>
  );
});
