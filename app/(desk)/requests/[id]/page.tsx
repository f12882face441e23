import type { Metadata } from "next";
import { PageFailure } from "@/components/data/page-failure";
import { RequestView } from "@/components/requests/request-view";
import { promptly } from "@/components/ui/promptly";
import { requestsText } from "@/lib/messages/requests";
import { may } from "@/lib/policy";
import { pageData } from "@/server/doors/page-data";
import { readRequestPage } from "@/server/services/request-decisions";

export const generateMetadata = (): Metadata => ({ title: requestsText.one });

export default promptly(async function RequestPage({ params }: PageProps<"/requests/[id]">) {
  const { id } = await params;
  const page = await pageData((actor) => readRequestPage(actor, id));
  if (!page.ok) return <PageFailure title={requestsText.one} error={page.error} />;
  const { details, names, preview, chains, freshness } = page.data;
  return (
    <RequestView
      freshness={freshness}
      initial={details}
      names={names}
      preview={preview}
      chains={chains}
      canDecide={may(page.actor.role, "request:write")}
    />
  );
});
