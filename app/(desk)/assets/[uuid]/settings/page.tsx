import type { Metadata } from "next";
import { Suspense } from "react";
import { AddressesCard } from "@/components/asset-settings/addresses-card";
import { AuthorizationCard } from "@/components/asset-settings/authorization-card";
import { BlindersCard } from "@/components/asset-settings/blinders-card";
import { DeleteCard } from "@/components/asset-settings/delete-card";
import { LockCard } from "@/components/asset-settings/lock-card";
import { MemoCard } from "@/components/asset-settings/memo-card";
import { RegistryCard } from "@/components/asset-settings/registry-card";
import { PartFailure } from "@/components/data/part-failure";
import { ReadAt } from "@/components/data/read-at";
import { promptly } from "@/components/ui/promptly";
import { assetSettingsText } from "@/lib/messages/asset-settings";
import { treasuryApprovalsText } from "@/lib/messages/treasury-approvals";
import { pageData } from "@/server/doors/page-data";
import { readAssetSettings } from "@/server/services/asset-settings";
import { ForeignOutputsPart } from "./foreign-outputs";

export const generateMetadata = (): Metadata => ({ title: assetSettingsText.title });

export default promptly(async function AssetSettingsPage({ params }: PageProps<"/assets/[uuid]/settings">) {
  const { uuid } = await params;
  const page = await pageData((actor) => readAssetSettings(actor, uuid));
  if (!page.ok) return <PartFailure error={page.error} />;
  const { asset, memo, treasuryAddresses } = page.data;
  return (
    <div className="grid gap-5">
      <ReadAt asOf={page.asOf} />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-5">
          <RegistryCard {...page.data} />
          <AddressesCard assetUuid={uuid} addresses={treasuryAddresses} />
          <Suspense
            fallback={<p className="text-muted-foreground text-sm">{treasuryApprovalsText.looking}</p>}
          >
            <ForeignOutputsPart assetUuid={uuid} />
          </Suspense>
        </div>
        <div className="grid gap-5">
          <AuthorizationCard asset={asset} />
          <LockCard asset={asset} />
          <MemoCard assetUuid={uuid} memo={memo} />
          <BlindersCard assetUuid={uuid} />
          <DeleteCard asset={asset} />
        </div>
      </div>
    </div>
  );
});
