import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { MyDataCard } from "@/components/invest/my-data-card";
import { PortalFailure } from "@/components/invest/portal-failure";
import { PortalShell } from "@/components/invest/portal-shell";
import { ProfileFacts } from "@/components/invest/profile-facts";
import { SignOutCard } from "@/components/invest/sign-out-card";
import { PageHeader } from "@/components/ui/page-header";
import { investText } from "@/lib/messages/invest";
import { routes } from "@/lib/routes";
import { investorPageData } from "@/server/doors/investor-page-data";
import { readInvestorView } from "@/server/services/invest";
import { walletSetup } from "@/server/services/wallet-setup";

const { profile: text } = investText;

export const generateMetadata = (): Metadata => ({ title: text.title });

export default async function ProfilePage() {
  const [page, setup] = await Promise.all([investorPageData(readInvestorView), walletSetup(null)]);
  if (page === null) redirect(routes.invest);
  if (!page.ok) return <PortalFailure error={page.error} setup={setup} />;
  const view = page.data;
  return (
    <PortalShell environment={view.issuer?.environment ?? null} view={view} setup={setup}>
      <PageHeader title={text.title} description={text.description} />
      <div className="grid max-w-3xl gap-5">
        <ProfileFacts view={view} />
        <SignOutCard />
        <MyDataCard />
      </div>
    </PortalShell>
  );
}
