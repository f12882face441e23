import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { ImportColumns } from "@/components/user-jobs/import-columns";
import { ImportForm } from "@/components/user-jobs/import-form";
import { userImportText } from "@/lib/messages/user-import";
import { usersText } from "@/lib/messages/users";
import { routes } from "@/lib/routes";
import { newIntentId } from "@/server/services/assets";

export const generateMetadata = (): Metadata => ({ title: userImportText.title });
// The form's id is made with the page: each visit is an intention of its own.
export const dynamic = "force-dynamic";

export default function ImportUsersPage() {
  const intentId = newIntentId();
  return (
    <>
      <PageHeader
        title={userImportText.title}
        crumbs={[{ label: usersText.title, href: routes.users }]}
        description={userImportText.description}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <ImportForm key={intentId} intentId={intentId} />
        <ImportColumns />
      </div>
    </>
  );
}
