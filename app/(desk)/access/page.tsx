import type { Metadata } from "next";
import { PageFailure } from "@/components/data/page-failure";
import { AccessCard } from "@/components/managers/access-card";
import { OwnAccessCard } from "@/components/managers/own-access-card";
import { Freshness } from "@/components/ui/freshness";
import { PageHeader } from "@/components/ui/page-header";
import { promptly } from "@/components/ui/promptly";
import { managersText } from "@/lib/messages/managers";
import { pageData } from "@/server/doors/page-data";
import { readOwnAccess } from "@/server/services/manager-access";

const { access: text } = managersText;

export const generateMetadata = (): Metadata => ({ title: text.nav });

export default promptly(async function AccessPage({ searchParams }: PageProps<"/access">) {
  const { asset } = await searchParams;
  const page = await pageData(readOwnAccess);
  if (!page.ok) return <PageFailure title={text.nav} error={page.error} />;
  return (
    <>
      <PageHeader
        title={text.nav}
        description={text.ownLead}
        freshness={<Freshness freshness={{ asOf: page.asOf, source: "amp" }} />}
      />
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <AccessCard title={text.ownTitle} access={page.data.access} />
        <OwnAccessCard own={page.data} wanted={typeof asset === "string" ? asset : ""} />
      </div>
    </>
  );
});
