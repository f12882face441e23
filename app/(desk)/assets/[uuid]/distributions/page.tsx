import type { Metadata } from "next";
import { PageFailure } from "@/components/data/page-failure";
import { DistributionHistory } from "@/components/distributions/distribution-history";
import { DistributionReview } from "@/components/distributions/distribution-review";
import { distributionsText } from "@/lib/messages/distributions";
import { pageData } from "@/server/doors/page-data";
import { newIntentId } from "@/server/services/assets";
import { operationsOf, previewDistribution } from "@/server/services/distributions";

export const metadata: Metadata = { title: distributionsText.title };

const HISTORY = 50;

export default async function DistributionsPage({ params }: PageProps<"/assets/[uuid]/distributions">) {
  const { uuid } = await params;
  const page = await pageData(async (actor) => {
    const [preview, operations] = await Promise.all([
      previewDistribution(actor, uuid),
      operationsOf(actor, { assetUuid: uuid, limit: HISTORY }),
    ]);
    return { preview, operations };
  });
  if (!page.ok) return <PageFailure title={distributionsText.title} error={page.error} />;
  const { preview, operations } = page.data;
  return (
    <div className="grid gap-5">
      <DistributionReview preview={preview} intentId={newIntentId()} />
      <DistributionHistory asset={preview.asset} operations={operations} />
    </div>
  );
}
