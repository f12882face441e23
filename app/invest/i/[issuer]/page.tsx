import type { Metadata } from "next";
import { AccessLater } from "@/components/invest/access-later";
import { ConnectWallet } from "@/components/invest/connect-wallet";
import { IssuerFacts } from "@/components/invest/issuer-facts";
import { PortalFailure } from "@/components/invest/portal-failure";
import { PortalShell } from "@/components/invest/portal-shell";
import { UnknownIssuer } from "@/components/invest/unknown-issuer";
import { Welcome } from "@/components/invest/welcome";
import { investText } from "@/lib/messages/invest";
import { investorStatesText } from "@/lib/messages/investor-states";
import { investorPageData } from "@/server/doors/investor-page-data";
import { readInvestorView, readIssuer } from "@/server/services/invest";
import { walletSetup } from "@/server/services/wallet-setup";

const { welcome: text } = investText;
type Props = PageProps<"/invest/i/[issuer]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const issuer = await readIssuer((await params).issuer);
  return { title: issuer ? text.byIssuer(issuer.name) : text.unknownIssuer };
}

export default async function IssuerLinkPage({ params }: Props) {
  const { issuer: slug } = await params;
  const issuer = await readIssuer(slug);
  const setup = await walletSetup(issuer?.chainIds ?? null);
  const page = await investorPageData((investor) => readInvestorView(investor, issuer?.slug));
  if (page?.ok === false) return <PortalFailure error={page.error} setup={setup} />;
  const view = page?.data ?? null;
  return (
    <PortalShell environment={issuer?.environment ?? null} view={view} setup={setup}>
      {issuer === null && <UnknownIssuer />}
      {issuer !== null && view !== null && <AccessLater initial={view} setup={setup} />}
      {issuer !== null && view === null && (
        <Welcome
          title={text.byIssuer(issuer.name)}
          lead={text.byIssuerLead(issuer.name)}
          notice={null}
          issuer={<IssuerFacts name={issuer.name} />}
        >
          <ConnectWallet setup={setup} issuer={issuer.slug} label={investorStatesText["signed-out"].action} />
        </Welcome>
      )}
    </PortalShell>
  );
}
