import type { Metadata } from "next";
import { AuditTable } from "@/components/audit/audit-table";
import { AuditTabs } from "@/components/audit/audit-tabs";
import { PartFailure } from "@/components/data/part-failure";
import { PageHeader } from "@/components/ui/page-header";
import { promptly } from "@/components/ui/promptly";
import { parseListState } from "@/lib/list-state";
import { lists } from "@/lib/lists";
import { auditText } from "@/lib/messages/audit";
import { pageData } from "@/server/doors/page-data";
import { listAudit, listAuditAssets, readAuditPeople } from "@/server/services/audit";

export const generateMetadata = (): Metadata => ({ title: auditText.title });

export default promptly(async function AuditPage({ searchParams }: PageProps<"/audit">) {
  const state = parseListState(await searchParams, lists.audit);
  const page = await pageData((actor) =>
    Promise.all([listAudit(actor, state.query), readAuditPeople(actor), listAuditAssets(actor)]),
  );
  return (
    <>
      <PageHeader title={auditText.title} description={auditText.description} tabs={<AuditTabs />} />
      {page.ok ? (
        <AuditTable state={state} initial={page.data[0]} {...page.data[1]} assets={page.data[2]} />
      ) : (
        <PartFailure error={page.error} state={state} />
      )}
    </>
  );
});
