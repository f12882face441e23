import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { PageFailure } from "@/components/data/page-failure";
import { DistributionRun } from "@/components/distributions/distribution-run";
import { distributionsText } from "@/lib/messages/distributions";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { getOperation } from "@/server/services/operations";

export const metadata: Metadata = { title: distributionsText.title };

export default async function DistributionPage({
  params,
}: PageProps<"/assets/[uuid]/distributions/[operation]">) {
  const { uuid, operation } = await params;
  const page = await pageData((actor) => getOperation(actor, operation));
  if (!page.ok) return <PageFailure title={distributionsText.title} error={page.error} />;
  if (page.data.operation.assetUuid !== uuid) notFound();
  if (page.data.operation.kind !== "distribution") redirect(routes.operation(page.data.operation));
  return <DistributionRun initial={page.data} />;
}
