import { AccessLater } from "@/components/invest/access-later";
import { ConnectWallet } from "@/components/invest/connect-wallet";
import { PortalFailure } from "@/components/invest/portal-failure";
import { PortalShell } from "@/components/invest/portal-shell";
import { Welcome } from "@/components/invest/welcome";
import { investText } from "@/lib/messages/invest";
import { investorStatesText } from "@/lib/messages/investor-states";
import { INVEST_NOTICES } from "@/lib/routes";
import { investorPageData } from "@/server/doors/investor-page-data";
import { readInvestorView } from "@/server/services/invest";
import { walletSetup } from "@/server/services/wallet-setup";

const { welcome: text } = investText;

export default async function InvestPage({ searchParams }: PageProps<"/invest">) {
  const [page, setup, { notice }] = await Promise.all([
    investorPageData(readInvestorView),
    walletSetup(null),
    searchParams,
  ]);
  if (page === null)
    return (
      <PortalShell environment={null} view={null} setup={setup}>
        <Welcome
          title={text.title}
          lead={text.lead}
          notice={INVEST_NOTICES.find((known) => known === notice) ?? null}
        >
          <ConnectWallet setup={setup} issuer={null} label={investorStatesText["signed-out"].action} />
        </Welcome>
      </PortalShell>
    );
  if (!page.ok) return <PortalFailure error={page.error} setup={setup} />;
  const view = page.data;
  return (
    <PortalShell environment={view.issuer?.environment ?? null} view={view} setup={setup}>
      <AccessLater initial={view} setup={setup} />
    </PortalShell>
  );
}
