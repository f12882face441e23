import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { AddUserForm } from "@/components/users/add-user-form";
import { usersText } from "@/lib/messages/users";
import { routes } from "@/lib/routes";
import { newIntentId } from "@/server/services/assets";

export const generateMetadata = (): Metadata => ({ title: usersText.add });
// The form's id is made with the page: each visit is an intention of its own.
export const dynamic = "force-dynamic";

export default function NewUserPage() {
  const intentId = newIntentId();
  return (
    <>
      <PageHeader
        title={usersText.add}
        crumbs={[{ label: usersText.title, href: routes.users }]}
        description={usersText.form.description}
      />
      <AddUserForm key={intentId} intentId={intentId} />
    </>
  );
}
