import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ErrorAlert } from "@/components/data/error-alert";
import { Retry } from "@/components/data/retry";
import { HoldingsList } from "@/components/invest/holdings-list";
import { PortalFailure } from "@/components/invest/portal-failure";
import { PortalShell } from "@/components/invest/portal-shell";
import { PageHeader } from "@/components/ui/page-header";
import { holdingsText as text } from "@/lib/messages/invest-pages";
import { routes } from "@/lib/routes";
import { investorPageData } from "@/server/doors/investor-page-data";
import { readHoldings } from "@/server/services/holdings";
import { readInvestorView } from "@/server/services/invest";
import { walletSetup } from "@/server/services/wallet-setup";

export const generateMetadata = (): Metadata => ({ title: text.title });

/** Only for somebody whom the issuer accepted, and only when the issuer shows it. */
export default async function HoldingsPage() {
  const [page, setup] = await Promise.all([investorPageData(readInvestorView), walletSetup(null)]);
  if (page?.ok === false) return <PortalFailure error={page.error} setup={setup} />;
  const issuer = page?.data.issuer;
  if (!page || !issuer || !page.data.offers.holdings) redirect(routes.invest);
  const held = await investorPageData((investor) => readHoldings(investor, issuer.slug));
  if (held === null || (held.ok && held.data === null)) redirect(routes.invest);
  return (
    <PortalShell environment={issuer.environment} view={page.data} setup={setup}>
      <PageHeader title={text.title} description={text.description(issuer.name)} />
      {held.ok ? (
        held.data && <HoldingsList held={held.data} />
      ) : (
        <ErrorAlert error={held.error} action={<Retry />} />
      )}
    </PortalShell>
  );
}
