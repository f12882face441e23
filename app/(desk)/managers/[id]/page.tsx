import type { Metadata } from "next";
import { PageFailure } from "@/components/data/page-failure";
import { AccessCard } from "@/components/managers/access-card";
import { GrantsCard } from "@/components/managers/grants-card";
import { ManagerChecklist } from "@/components/managers/manager-checklist";
import { PreviewButton } from "@/components/managers/preview-button";
import { StandingCard } from "@/components/managers/standing-card";
import { Freshness } from "@/components/ui/freshness";
import { PageHeader } from "@/components/ui/page-header";
import { promptly } from "@/components/ui/promptly";
import { Status } from "@/components/ui/status";
import { managersText } from "@/lib/messages/managers";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { managerAccess } from "@/server/services/manager-access";
import { readManager } from "@/server/services/managers";
import { readObjectId } from "@/server/services/object-id";

export const generateMetadata = (): Metadata => ({ title: managersText.one });

export default promptly(async function ManagerPage({ params, searchParams }: PageProps<"/managers/[id]">) {
  const [{ id }, { asset }] = await Promise.all([params, searchParams]);
  const page = await pageData(async (actor) => readManager(actor, readObjectId(id)));
  if (!page.ok) return <PageFailure title={managersText.one} error={page.error} />;
  const { manager, grantable, decidesRequests } = page.data;
  const { states } = managersText;
  return (
    <>
      <PageHeader
        title={manager.username}
        crumbs={[{ label: managersText.title, href: routes.managers }]}
        freshness={<Freshness freshness={{ asOf: page.asOf, source: "amp" }} />}
        actions={<PreviewButton manager={manager} />}
        aside={
          <Status tone={manager.isLocked ? "blocked" : "ok"}>
            {manager.isLocked ? states.locked : states.unlocked}
          </Status>
        }
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-5">
          <ManagerChecklist details={page.data} />
          <GrantsCard
            manager={manager}
            grantable={grantable}
            chosen={typeof asset === "string" ? asset : ""}
          />
        </div>
        <div className="grid gap-5">
          <StandingCard details={page.data} />
          <AccessCard
            title={managersText.access.title}
            access={managerAccess()}
            decidesRequests={decidesRequests}
          />
        </div>
      </div>
    </>
  );
});
