import type { Metadata } from "next";
import { PartFailure } from "@/components/data/part-failure";
import { AmpDistributionsList } from "@/components/distributions/amp-distributions-list";
import { BackLink } from "@/components/ui/back-link";
import { promptly } from "@/components/ui/promptly";
import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { ampDistributionsText } from "@/lib/messages/amp-distributions";
import { distributionsText } from "@/lib/messages/distributions";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { readAmpDistributionsPage } from "@/server/services/amp-distributions";

export const generateMetadata = (): Metadata => ({ title: ampDistributionsText.title });

export default promptly(async function AmpDistributionsPage({
  params,
  searchParams,
}: PageProps<"/assets/[uuid]/distributions/amp">) {
  const { uuid } = await params;
  const state = parseListState(await searchParams, assetLists.ampDistributions(uuid));
  const page = await pageData((actor) => readAmpDistributionsPage(actor, uuid, state.query));
  if (!page.ok) return <PartFailure error={page.error} state={state} />;
  return (
    <div className="grid gap-5">
      <BackLink href={routes.distributions(uuid)}>{distributionsText.title}</BackLink>
      <AmpDistributionsList {...page.data} state={state} />
    </div>
  );
});
