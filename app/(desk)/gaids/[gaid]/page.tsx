import type { Metadata } from "next";
import { PageFailure } from "@/components/data/page-failure";
import { GaidAddress } from "@/components/gaids/gaid-address";
import { GaidBalances } from "@/components/gaids/gaid-balances";
import { GaidFacts } from "@/components/gaids/gaid-facts";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Freshness } from "@/components/ui/freshness";
import { PageHeader } from "@/components/ui/page-header";
import { promptly } from "@/components/ui/promptly";
import { gaidsText } from "@/lib/messages/gaids";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { readGaid } from "@/server/services/gaids";

export const generateMetadata = (): Metadata => ({ title: gaidsText.title });

export default promptly(async function GaidPage({ params }: PageProps<"/gaids/[gaid]">) {
  const { gaid } = await params;
  const page = await pageData((actor) => readGaid(actor, gaid));
  if (!page.ok) return <PageFailure title={gaidsText.title} error={page.error} />;
  const { problem, asOf } = page.data;
  return (
    <>
      <PageHeader
        title={gaidsText.title}
        crumbs={[{ label: gaidsText.title, href: routes.gaids }]}
        freshness={<Freshness freshness={{ asOf, source: "amp" }} />}
        actions={<ButtonLink href={routes.gaids}>{gaidsText.another}</ButtonLink>}
      />
      <div className="grid gap-5">
        <GaidFacts view={page.data} />
        {problem === null ? (
          <>
            <GaidBalances view={page.data} />
            <GaidAddress gaid={gaid} />
          </>
        ) : (
          <Alert tone="blocked" title={gaidsText.problems[problem].title}>
            {gaidsText.problems[problem].text}
          </Alert>
        )}
      </div>
    </>
  );
});
