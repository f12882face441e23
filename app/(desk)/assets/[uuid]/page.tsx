import { Suspense } from "react";
import { AssetChecklist } from "@/components/assets/asset-checklist";
import { AssetFacts } from "@/components/assets/asset-facts";
import { AssetFigures } from "@/components/assets/asset-figures";
import { AssetMemo } from "@/components/assets/asset-memo";
import { AssetRequirements } from "@/components/assets/asset-requirements";
import { drawStepFacts } from "@/components/assets/asset-step-fact";
import { EndpointFact } from "@/components/assets/endpoint-fact";
import { NoRequirements } from "@/components/assets/no-requirements";
import { PageCopyFreshness } from "@/components/data/page-copy-freshness";
import { PageFailure } from "@/components/data/page-failure";
import { promptly } from "@/components/ui/promptly";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { AssetLooks } from "@/lib/domain/asset-steps";
import { assetsText } from "@/lib/messages/assets";
import { may } from "@/lib/policy";
import { pageData } from "@/server/doors/page-data";
import { readAssetLooks } from "@/server/services/asset-looks";
import { readAssetPage } from "@/server/services/asset-page";
import { LackingBlinders } from "./lacking-blinders";

export async function generateMetadata({ params }: PageProps<"/assets/[uuid]">) {
  const { uuid } = await params;
  const page = await pageData((actor) => readAssetPage(actor, uuid));
  return { title: page.ok ? page.data.asset.name : assetsText.title };
}

/** The page does not wait for it. */
const lookBehind = (asset: Asset): Promise<AssetLooks> =>
  pageData((actor) => readAssetLooks(actor, asset)).then((looks) =>
    looks.ok ? looks.data : { proof: null, lacking: null },
  );

export default promptly(async function AssetPage({ params }: PageProps<"/assets/[uuid]">) {
  const { uuid } = await params;
  const page = await pageData((actor) => readAssetPage(actor, uuid));
  if (!page.ok) return <PageFailure title={assetsText.title} error={page.error} />;
  const { asset, summary, issuance, facts, categories, memo, hasTreasury, freshness } = page.data;
  const { role } = page.actor;
  return (
    <div className="grid gap-5">
      <div className="grid gap-1">
        <div className="flex justify-end">
          <PageCopyFreshness freshness={freshness} of={{ list: "categories" }} />
        </div>
        <AssetFigures asset={asset} summary={summary} />
      </div>
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
        <div className="grid gap-5">
          {issuance && (
            <AssetChecklist
              asset={asset}
              initial={issuance}
              hasTreasury={hasTreasury}
              facts={drawStepFacts(facts ?? {}, uuid)}
              looks={lookBehind(asset)}
            />
          )}
          {asset.transferRestricted ? (
            <AssetRequirements
              asset={asset}
              categories={categories}
              canChange={may(role, "asset:requirements")}
            />
          ) : (
            <NoRequirements asset={asset} canLock={may(role, "asset:lock")} />
          )}
        </div>
        <div className="grid gap-5">
          {may(role, "blinders:run") && (
            <Suspense>
              <LackingBlinders assetUuid={uuid} />
            </Suspense>
          )}
          {memo !== "" && <AssetMemo memo={memo} />}
          <AssetFacts asset={asset} issuanceTxid={issuance?.txid ?? null} />
          <EndpointFact asset={asset} canChange={may(role, "asset:settings")} />
        </div>
      </div>
    </div>
  );
});
