import type { Metadata } from "next";
import { DecisionsCard } from "@/components/asset-rules/decisions-card";
import { EndpointCard } from "@/components/asset-rules/endpoint-card";
import { RequiredCategories } from "@/components/asset-rules/required-categories";
import { TesterCard } from "@/components/asset-rules/tester-card";
import { PartFailure } from "@/components/data/part-failure";
import { ReadAt } from "@/components/data/read-at";
import { promptly } from "@/components/ui/promptly";
import { assetRulesText } from "@/lib/messages/asset-rules";
import { pageData } from "@/server/doors/page-data";
import { readAssetRules } from "@/server/services/asset-rules";

export const generateMetadata = (): Metadata => ({ title: assetRulesText.title });

export default promptly(async function AssetRulesPage({ params }: PageProps<"/assets/[uuid]/rules">) {
  const { uuid } = await params;
  const page = await pageData((actor) => readAssetRules(actor, uuid));
  if (!page.ok) return <PartFailure error={page.error} />;
  const { asset, decisions } = page.data;
  return (
    <div className="grid gap-5">
      <ReadAt asOf={page.asOf} />
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <div className="grid gap-5">
          <RequiredCategories rules={page.data} />
          <EndpointCard key={asset.issuerAuthorizationEndpoint} {...page.data} />
        </div>
        <TesterCard asset={asset} />
      </div>
      {decisions && <DecisionsCard assetUuid={uuid} decisions={decisions} />}
    </div>
  );
});
