import { AssetStatus } from "@/components/assets/asset-status";
import { LockedAlert } from "@/components/assets/locked-alert";
import { OldAsset } from "@/components/assets/old-asset";
import { UrgentAlert } from "@/components/assets/urgent-alert";
import { PageFailure } from "@/components/data/page-failure";
import { Badge } from "@/components/ui/badge";
import { CopyId } from "@/components/ui/copy-id";
import { PageHeader } from "@/components/ui/page-header";
import { promptly } from "@/components/ui/promptly";
import { Tabs } from "@/components/ui/tabs";
import { assetTabs } from "@/lib/asset-pages";
import { assetsText } from "@/lib/messages/assets";
import { may } from "@/lib/policy";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { alertsOfAsset } from "@/server/services/asset-list";
import { shownAsset } from "@/server/services/assets";

/** The frame of an asset's pages: who it is, how it stands, where to go. */
export default promptly(async function AssetLayout({ children, params }: LayoutProps<"/assets/[uuid]">) {
  const { uuid } = await params;
  const page = await pageData((actor) => Promise.all([shownAsset(actor, uuid), alertsOfAsset(actor, uuid)]));
  if (!page.ok) return <PageFailure title={assetsText.title} error={page.error} />;
  const [{ asset, old }, alerts] = page.data;
  return (
    <>
      <PageHeader
        crumbs={[{ label: assetsText.title, href: routes.assets }]}
        title={asset.name}
        aside={
          <>
            {asset.ticker && <Badge tone="neutral">{asset.ticker}</Badge>}
            <AssetStatus asset={asset} />
          </>
        }
        description={
          <span className="flex flex-wrap items-center gap-x-3">
            {asset.transferRestricted ? assetsText.kindsLong.restricted : assetsText.kindsLong.tracked}
            <CopyId value={asset.assetId} label={assetsText.columns.assetId} />
          </span>
        }
        tabs={<Tabs label={assetsText.tabs.label} tabs={assetTabs(page.actor.role, uuid)} />}
      />
      {old && <OldAsset {...old} />}
      <UrgentAlert alerts={alerts} />
      {asset.isLocked && <LockedAlert assetUuid={uuid} canUnlock={may(page.actor.role, "asset:lock")} />}
      {children}
    </>
  );
});
