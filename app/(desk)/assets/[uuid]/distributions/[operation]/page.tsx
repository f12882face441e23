import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { PageFailure } from "@/components/data/page-failure";
import { DistributionRun } from "@/components/distributions/distribution-run";
import { promptly } from "@/components/ui/promptly";
import { distributionsText } from "@/lib/messages/distributions";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { getOperation } from "@/server/services/operations";

export const generateMetadata = (): Metadata => ({ title: distributionsText.title });

export default promptly(async function DistributionPage({
  params,
}: PageProps<"/assets/[uuid]/distributions/[operation]">) {
  const { uuid, operation } = await params;
  const page = await pageData((actor) => getOperation(actor, operation));
  if (!page.ok) return <PageFailure title={distributionsText.title} error={page.error} />;
  const { operation: found, ...read } = page.data;
  if (found.assetUuid !== uuid) notFound();
  if (found.kind !== "distribution") redirect(routes.operation(found));
  return <DistributionRun initial={{ operation: found, ...read }} />;
});
