import type { Metadata } from "next";
import { PageFailure } from "@/components/data/page-failure";
import { LateOverviewAway } from "@/components/overview/late-overview-away";
import { Overview } from "@/components/overview/overview";
import { promptly } from "@/components/ui/promptly";
import type { ErrorView } from "@/lib/errors";
import { overviewText } from "@/lib/messages/overview";
import { may } from "@/lib/policy";
import { pageData } from "@/server/doors/page-data";
import { readOverview, readOverviewAway } from "@/server/services/overview";

export const generateMetadata = (): Metadata => ({ title: overviewText.title });

export default promptly(async function OverviewPage() {
  const page = await pageData(readOverview);
  if (!page.ok) return withoutAmp(page.error);
  const { role } = page.actor;
  return (
    <Overview
      initial={page.data}
      canIssue={may(role, "asset:issue")}
      hasTreasury={may(role, "treasury:read")}
    />
  );
});

/** What the desk knows by itself does not fall with AMP. */
async function withoutAmp(error: ErrorView) {
  const known = error.code === "UNAVAILABLE" ? await pageData(readOverviewAway) : null;
  if (!known?.ok) return <PageFailure title={overviewText.title} error={error} />;
  return (
    <LateOverviewAway error={error} known={known.data} hasTreasury={may(known.actor.role, "treasury:read")} />
  );
}
