import type { Metadata } from "next";
import { AuditDetailView } from "@/components/audit/audit-detail";
import { PageFailure } from "@/components/data/page-failure";
import { PageHeader } from "@/components/ui/page-header";
import { promptly } from "@/components/ui/promptly";
import { auditText } from "@/lib/messages/audit";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { readAuditEntry } from "@/server/services/audit";

const { detail: text } = auditText;

export const generateMetadata = (): Metadata => ({ title: text.title });

export default promptly(async function AuditEntryPage({ params }: PageProps<"/audit/[id]">) {
  const { id } = await params;
  const page = await pageData((actor) => readAuditEntry(actor, id));
  if (!page.ok) return <PageFailure title={text.title} error={page.error} />;
  const { entry } = page.data;
  return (
    <>
      <PageHeader
        title={auditText.actions[entry.action] ?? entry.action}
        crumbs={[{ label: auditText.title, href: routes.audit }]}
      />
      <AuditDetailView detail={page.data} />
    </>
  );
});
