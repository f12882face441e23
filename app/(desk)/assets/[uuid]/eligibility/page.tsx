import type { Metadata } from "next";
import { ListFailure } from "@/components/data/list-failure";
import { EligibilityRegister } from "@/components/eligibility/eligibility-register";
import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { eligibilityText } from "@/lib/messages/eligibility";
import { may } from "@/lib/policy";
import { pageData } from "@/server/doors/page-data";
import { readEligibility } from "@/server/services/eligibility";

export const generateMetadata = (): Metadata => ({ title: eligibilityText.title });

export default async function EligibilityPage({
  params,
  searchParams,
}: PageProps<"/assets/[uuid]/eligibility">) {
  const { uuid } = await params;
  const state = parseListState(await searchParams, assetLists.eligibility(uuid));
  const page = await pageData((actor) => readEligibility(actor, uuid, state.query));
  if (!page.ok) return <ListFailure error={page.error} state={state} />;
  const { role } = page.actor;
  return (
    <EligibilityRegister
      assetUuid={uuid}
      state={state}
      initial={page.data}
      canAdd={may(role, "category:write")}
      canMend={may(role, "asset:settings")}
    />
  );
}
