import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ErrorAlert } from "@/components/data/error-alert";
import { DocumentsList } from "@/components/invest/documents-list";
import { PortalFailure } from "@/components/invest/portal-failure";
import { PortalShell } from "@/components/invest/portal-shell";
import { UploadForm } from "@/components/invest/upload-form";
import { PageHeader } from "@/components/ui/page-header";
import { documentsText as text } from "@/lib/messages/invest-documents";
import { routes } from "@/lib/routes";
import { investorPageData } from "@/server/doors/investor-page-data";
import { readInvestorView } from "@/server/services/invest";
import { readDocuments } from "@/server/services/invest-documents";
import { walletSetup } from "@/server/services/wallet-setup";

export const generateMetadata = (): Metadata => ({ title: text.title });

export default async function DocumentsPage() {
  const [page, setup, documents] = await Promise.all([
    investorPageData(readInvestorView),
    walletSetup(null),
    investorPageData(readDocuments),
  ]);
  if (page?.ok === false) return <PortalFailure error={page.error} setup={setup} />;
  if (!page || !documents || !page.data.offers.documents) redirect(routes.invest);
  const { issuer } = page.data;
  return (
    <PortalShell environment={issuer?.environment ?? null} view={page.data} setup={setup}>
      <PageHeader title={text.title} description={text.description} />
      <div className="grid max-w-3xl gap-5">
        <UploadForm />
        {documents.ok ? <DocumentsList documents={documents.data} /> : <ErrorAlert error={documents.error} />}
      </div>
    </PortalShell>
  );
}
