import type { Metadata } from "next";
import { PartFailure } from "@/components/data/part-failure";
import { EligibilityRegister } from "@/components/eligibility/eligibility-register";
import { PortalInviteNote } from "@/components/requests/portal-invite";
import { Alert } from "@/components/ui/alert";
import { promptly } from "@/components/ui/promptly";
import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { eligibilityText } from "@/lib/messages/eligibility";
import { may } from "@/lib/policy";
import { pageData } from "@/server/doors/page-data";
import { readEligibility } from "@/server/services/eligibility";
import { readInvite } from "@/server/services/user-identity";

export const generateMetadata = (): Metadata => ({ title: eligibilityText.title });

export default promptly(async function EligibilityPage({
  params,
  searchParams,
}: PageProps<"/assets/[uuid]/eligibility">) {
  const { uuid } = await params;
  const state = parseListState(await searchParams, assetLists.eligibility(uuid));
  const page = await pageData(async (actor) => {
    const view = await readEligibility(actor, uuid, state.query);
    return { view, invite: view.counts.noGaid > 0 ? await readInvite(actor) : null };
  });
  if (!page.ok) return <PartFailure error={page.error} state={state} />;
  const { role } = page.actor;
  const { view, invite } = page.data;
  return (
    <EligibilityRegister
      assetUuid={uuid}
      state={state}
      initial={view}
      canAdd={may(role, "category:write")}
      canMend={may(role, "asset:settings")}
      invite={
        invite && (
          <Alert tone="waiting" title={eligibilityText.invite}>
            <PortalInviteNote {...invite} />
          </Alert>
        )
      }
    />
  );
});
