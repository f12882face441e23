import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { BlindersRun } from "@/components/blinders/blinders-run";
import { PageFailure } from "@/components/data/page-failure";
import { SupplyRun } from "@/components/supply/supply-run";
import { promptly } from "@/components/ui/promptly";
import { supplyText } from "@/lib/messages/supply";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { getOperation } from "@/server/services/operations";

export const generateMetadata = (): Metadata => ({ title: supplyText.title });

export default promptly(async function SupplyOperationPage({
  params,
}: PageProps<"/assets/[uuid]/supply/[operation]">) {
  const { uuid, operation: operationId } = await params;
  const page = await pageData((actor) => getOperation(actor, operationId));
  if (!page.ok) return <PageFailure title={supplyText.title} error={page.error} />;
  const { operation, ...read } = page.data;
  if (operation.assetUuid !== uuid) notFound();
  if (operation.kind === "distribution" || operation.kind === "lbtc") redirect(routes.operation(operation));
  if (operation.kind === "blinders") {
    return <BlindersRun key={operation.id} initial={{ operation, ...read }} />;
  }
  return <SupplyRun key={operation.id} initial={{ operation, ...read }} />;
});
