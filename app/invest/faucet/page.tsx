import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ErrorAlert } from "@/components/data/error-alert";
import { ChainTasks } from "@/components/invest/chain-tasks";
import { CoinsForm } from "@/components/invest/coins-form";
import { PortalFailure } from "@/components/invest/portal-failure";
import { PortalShell } from "@/components/invest/portal-shell";
import { PageHeader } from "@/components/ui/page-header";
import { faucetText as text } from "@/lib/messages/invest-pages";
import { routes } from "@/lib/routes";
import { investorPageData } from "@/server/doors/investor-page-data";
import { readInvestorView } from "@/server/services/invest";
import { readChainTasks } from "@/server/services/invest-chain";
import { walletSetup } from "@/server/services/wallet-setup";

export const generateMetadata = (): Metadata => ({ title: text.title });

export default async function FaucetPage() {
  const [page, setup, tasks] = await Promise.all([
    investorPageData(readInvestorView),
    walletSetup(null),
    investorPageData((investor) => readChainTasks(investor, "faucet")),
  ]);
  if (page?.ok === false) return <PortalFailure error={page.error} setup={setup} />;
  if (!page || !tasks || !page.data.offers.faucet) redirect(routes.invest);
  const { offers, issuer } = page.data;
  return (
    <PortalShell environment={issuer?.environment ?? null} view={page.data} setup={setup}>
      <PageHeader title={text.title} description={text.description} />
      <div className="grid max-w-3xl gap-5">
        <CoinsForm
          chains={offers.chains.filter(({ hasFaucet }) => hasFaucet)}
          recaptchaSiteKey={offers.recaptchaSiteKey}
        />
        {tasks.ok ? (
          <ChainTasks kind="faucet" initial={tasks.data} chains={offers.chains} />
        ) : (
          <ErrorAlert error={tasks.error} />
        )}
      </div>
    </PortalShell>
  );
}
