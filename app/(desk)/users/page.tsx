import type { Metadata } from "next";
import { PageFailure } from "@/components/data/page-failure";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { promptly } from "@/components/ui/promptly";
import { UsersTable } from "@/components/users/users-table";
import { parseListState } from "@/lib/list-state";
import { lists } from "@/lib/lists";
import { eligibilityMatrixText } from "@/lib/messages/eligibility-matrix";
import { userImportText } from "@/lib/messages/user-import";
import { userJobsText } from "@/lib/messages/user-jobs";
import { usersText } from "@/lib/messages/users";
import { may } from "@/lib/policy";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { categoryChoices } from "@/server/services/categories";
import { knowsPortalUsers } from "@/server/services/user-identity";
import { listUsers } from "@/server/services/users";

export const generateMetadata = (): Metadata => ({ title: usersText.title });

export default promptly(async function UsersPage({ searchParams }: PageProps<"/users">) {
  const state = parseListState(await searchParams, lists.users);
  const page = await pageData((actor) =>
    Promise.all([listUsers(actor, state.query), categoryChoices(actor), knowsPortalUsers(actor)]),
  );
  if (!page.ok) return <PageFailure title={usersText.title} error={page.error} state={state} />;
  const [users, categories, knowsKyc] = page.data;
  const { role } = page.actor;
  const canAdd = may(role, "user:write");
  return (
    <>
      <PageHeader
        title={usersText.title}
        actions={
          <>
            <ButtonLink href={routes.eligibilityMatrix}>{eligibilityMatrixText.link}</ButtonLink>
            {canAdd && (
              <>
                <ButtonLink href={routes.userJobs}>{userJobsText.link}</ButtonLink>
                <ButtonLink href={routes.importUsers}>{userImportText.link}</ButtonLink>
                <ButtonLink variant="primary" href={routes.newUser}>
                  {usersText.add}
                </ButtonLink>
              </>
            )}
          </>
        }
      />
      <UsersTable
        state={state}
        initial={users}
        categories={categories}
        canAdd={canAdd}
        canCategorise={may(role, "category:write")}
        filterable={{ kyc: knowsKyc, balance: may(role, "ownership:read") }}
      />
    </>
  );
});
