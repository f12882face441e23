import type { Metadata } from "next";
import { IssueWizard } from "@/components/assets/issue-wizard";
import { PageFailure } from "@/components/data/page-failure";
import { PageHeader } from "@/components/ui/page-header";
import { promptly } from "@/components/ui/promptly";
import { assetsText } from "@/lib/messages/assets";
import { issueText } from "@/lib/messages/issue";
import { routes } from "@/lib/routes";
import { authorize } from "@/server/auth/authorize";
import { pageData } from "@/server/doors/page-data";

export const generateMetadata = (): Metadata => ({ title: issueText.title });

export default promptly(async function NewAssetPage() {
  const page = await pageData((actor) => authorize(actor, "asset:issue"));
  if (!page.ok) return <PageFailure title={issueText.title} error={page.error} />;
  return (
    <>
      <PageHeader
        title={issueText.title}
        crumbs={[{ label: assetsText.title, href: routes.assets }]}
        description={issueText.lead}
      />
      <IssueWizard storageKey={`issue:${page.actor.workspaceId}`} />
    </>
  );
});
