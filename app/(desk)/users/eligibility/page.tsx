import type { Metadata } from "next";
import { PartFailure } from "@/components/data/part-failure";
import { EligibilityMatrix } from "@/components/eligibility/matrix/eligibility-matrix";
import { PageHeader } from "@/components/ui/page-header";
import { promptly } from "@/components/ui/promptly";
import { parseListState } from "@/lib/list-state";
import { lists } from "@/lib/lists";
import { eligibilityMatrixText as text } from "@/lib/messages/eligibility-matrix";
import { usersText } from "@/lib/messages/users";
import { may } from "@/lib/policy";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { readEligibilityMatrix } from "@/server/services/eligibility-matrix";

export const generateMetadata = (): Metadata => ({ title: text.title });

export default promptly(async function EligibilityMatrixPage({
  searchParams,
}: PageProps<"/users/eligibility">) {
  const state = parseListState(await searchParams, lists.eligibilityMatrix);
  const page = await pageData((actor) => readEligibilityMatrix(actor, state.query));
  return (
    <>
      <PageHeader
        title={text.title}
        crumbs={[{ label: usersText.title, href: routes.users }]}
        description={text.description}
      />
      {page.ok ? (
        <EligibilityMatrix
          state={state}
          initial={page.data}
          canAdd={may(page.actor.role, "category:write")}
          canMend={may(page.actor.role, "asset:settings")}
        />
      ) : (
        <PartFailure error={page.error} state={state} />
      )}
    </>
  );
});
