import type { Metadata } from "next";
import { PageFailure } from "@/components/data/page-failure";
import { LbtcDesk } from "@/components/lbtc/lbtc-desk";
import { Freshness } from "@/components/ui/freshness";
import { PageHeader } from "@/components/ui/page-header";
import { promptly } from "@/components/ui/promptly";
import { lbtcText } from "@/lib/messages/lbtc";
import { pageData } from "@/server/doors/page-data";
import { viewLbtcDesk } from "@/server/services/lbtc";

export const generateMetadata = (): Metadata => ({ title: lbtcText.title });

export default promptly(async function SendLbtcPage() {
  const page = await pageData(viewLbtcDesk);
  if (!page.ok) return <PageFailure title={lbtcText.title} error={page.error} />;
  return (
    <>
      <PageHeader
        title={lbtcText.title}
        description={lbtcText.description}
        freshness={<Freshness freshness={{ asOf: page.asOf, source: "amp" }} />}
      />
      <LbtcDesk {...page.data} />
    </>
  );
});
