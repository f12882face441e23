import type { Metadata } from "next";
import { CallView } from "@/components/audit/call-view";
import { SnippetsCard } from "@/components/audit/snippets-card";
import { PageFailure } from "@/components/data/page-failure";
import { PageHeader } from "@/components/ui/page-header";
import { promptly } from "@/components/ui/promptly";
import { auditText } from "@/lib/messages/audit";
import { callsText } from "@/lib/messages/calls";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { readAmpCall } from "@/server/services/amp-calls";

export const generateMetadata = (): Metadata => ({ title: callsText.detail.facts });

const crumbs = () => [
  { label: auditText.title, href: routes.audit },
  { label: callsText.title, href: routes.calls },
];

export default promptly(async function CallPage({ params }: PageProps<"/audit/calls/[id]">) {
  const { id } = await params;
  const page = await pageData((actor) => readAmpCall(actor, id));
  if (!page.ok) return <PageFailure title={callsText.detail.facts} error={page.error} />;
  const { call, snippets } = page.data;
  return (
    <>
      <PageHeader
        title={
          <>
            {call.method} <code className="break-all">{call.path}</code>
          </>
        }
        crumbs={crumbs()}
      />
      <CallView call={call} />
      <SnippetsCard snippets={snippets} />
    </>
  );
});
