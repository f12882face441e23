import type { Metadata } from "next";
import { PartFailure } from "@/components/data/part-failure";
import { AmpDistributionFacts } from "@/components/distributions/amp-distribution-facts";
import { AmpRecipients } from "@/components/distributions/amp-recipients";
import { BackLink } from "@/components/ui/back-link";
import { Freshness } from "@/components/ui/freshness";
import { promptly } from "@/components/ui/promptly";
import { parseListState } from "@/lib/list-state";
import { distributionLists } from "@/lib/lists";
import { ampDistributionsText } from "@/lib/messages/amp-distributions";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { getAmpDistribution } from "@/server/services/amp-distributions";

export const generateMetadata = (): Metadata => ({ title: ampDistributionsText.one });

export default promptly(async function AmpDistributionPage({
  params,
  searchParams,
}: PageProps<"/assets/[uuid]/distributions/amp/[distribution]">) {
  const { uuid, distribution } = await params;
  const state = parseListState(await searchParams, distributionLists.recipients(uuid, distribution));
  const page = await pageData((actor) => getAmpDistribution(actor, uuid, distribution, state.query));
  if (!page.ok) return <PartFailure error={page.error} state={state} />;
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <BackLink href={routes.ampDistributions(uuid)}>{ampDistributionsText.all}</BackLink>
        <Freshness freshness={{ asOf: page.asOf, source: "amp" }} />
      </div>
      <AmpDistributionFacts view={page.data} />
      <AmpRecipients view={page.data} state={state} />
    </div>
  );
});
