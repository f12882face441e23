import type { Metadata } from "next";
import { PageFailure } from "@/components/data/page-failure";
import { Overview } from "@/components/overview/overview";
import { promptly } from "@/components/ui/promptly";
import { overviewText } from "@/lib/messages/overview";
import { may } from "@/lib/policy";
import { pageData } from "@/server/doors/page-data";
import { readOverview } from "@/server/services/overview";

export const generateMetadata = (): Metadata => ({ title: overviewText.title });

export default promptly(async function OverviewPage() {
  const page = await pageData(readOverview);
  if (!page.ok) return <PageFailure title={overviewText.title} error={page.error} />;
  const { role } = page.actor;
  return (
    <Overview
      initial={page.data}
      canIssue={may(role, "asset:issue")}
      hasTreasury={may(role, "treasury:read")}
    />
  );
});
