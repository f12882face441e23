import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageFailure } from "@/components/data/page-failure";
import { LbtcRun } from "@/components/lbtc/lbtc-run";
import { PageHeader } from "@/components/ui/page-header";
import { promptly } from "@/components/ui/promptly";
import { lbtcText } from "@/lib/messages/lbtc";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { getOperation } from "@/server/services/operations";

export const generateMetadata = (): Metadata => ({ title: lbtcText.title });

export default promptly(async function LbtcOperationPage({
  params,
}: PageProps<"/treasury/send/[operation]">) {
  const { operation: operationId } = await params;
  const page = await pageData((actor) => getOperation(actor, operationId));
  if (!page.ok) return <PageFailure title={lbtcText.title} error={page.error} />;
  const { operation, ...read } = page.data;
  if (operation.kind !== "lbtc") redirect(routes.operation(operation));
  return (
    <>
      <PageHeader title={lbtcText.title} />
      <LbtcRun key={operation.id} initial={{ operation, ...read }} />
    </>
  );
});
