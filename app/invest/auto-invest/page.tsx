import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ErrorAlert } from "@/components/data/error-alert";
import { ChainTasks } from "@/components/invest/chain-tasks";
import { NewOrder } from "@/components/invest/new-order";
import { OpenOrders } from "@/components/invest/open-orders";
import { PortalFailure } from "@/components/invest/portal-failure";
import { PortalShell } from "@/components/invest/portal-shell";
import { PageHeader } from "@/components/ui/page-header";
import { autoInvestText as text } from "@/lib/messages/invest-pages";
import { routes } from "@/lib/routes";
import { investorPageData } from "@/server/doors/investor-page-data";
import { readInvestorView } from "@/server/services/invest";
import { readAutoInvests, readChainTasks } from "@/server/services/invest-chain";
import { walletSetup } from "@/server/services/wallet-setup";

export const generateMetadata = (): Metadata => ({ title: text.title });

export default async function AutoInvestPage() {
  const [page, setup, work] = await Promise.all([
    investorPageData(readInvestorView),
    walletSetup(null),
    investorPageData((investor) =>
      Promise.all([readAutoInvests(investor), readChainTasks(investor, "auto_invest")]),
    ),
  ]);
  if (page?.ok === false) return <PortalFailure error={page.error} setup={setup} />;
  if (!page || !work || !page.data.offers.autoInvest) redirect(routes.invest);
  const { offers, issuer, address } = page.data;
  const chains = offers.chains.filter(({ hasAutoInvest }) => hasAutoInvest);
  return (
    <PortalShell environment={issuer?.environment ?? null} view={page.data} setup={setup}>
      <PageHeader title={text.title} description={text.description} />
      <div className="grid max-w-3xl gap-5">
        <NewOrder setup={setup} chains={chains} address={address} />
        {work.ok ? (
          <>
            <OpenOrders initial={work.data[0]} chains={chains} />
            <ChainTasks kind="auto_invest" initial={work.data[1]} chains={chains} />
          </>
        ) : (
          <ErrorAlert error={work.error} />
        )}
      </div>
    </PortalShell>
  );
}
