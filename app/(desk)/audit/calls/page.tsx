import type { Metadata } from "next";
import { AuditTabs } from "@/components/audit/audit-tabs";
import { CallsTable } from "@/components/audit/calls-table";
import { PartFailure } from "@/components/data/part-failure";
import { PageHeader } from "@/components/ui/page-header";
import { promptly } from "@/components/ui/promptly";
import { parseListState } from "@/lib/list-state";
import { lists } from "@/lib/lists";
import { auditText } from "@/lib/messages/audit";
import { callsText } from "@/lib/messages/calls";
import { pageData } from "@/server/doors/page-data";
import { endpointNames, listAmpCalls, readCallPeople } from "@/server/services/amp-calls";

export const generateMetadata = (): Metadata => ({ title: callsText.title });

export default promptly(async function CallsPage({ searchParams }: PageProps<"/audit/calls">) {
  const state = parseListState(await searchParams, lists.calls);
  const page = await pageData((actor) =>
    Promise.all([listAmpCalls(actor, state.query), readCallPeople(actor)]),
  );
  return (
    <>
      <PageHeader title={auditText.title} description={callsText.description} tabs={<AuditTabs />} />
      {page.ok ? (
        <CallsTable state={state} initial={page.data[0]} endpoints={endpointNames} people={page.data[1]} />
      ) : (
        <PartFailure error={page.error} state={state} />
      )}
    </>
  );
});
