import type { Metadata } from "next";
import { PageFailure } from "@/components/data/page-failure";
import { Badge } from "@/components/ui/badge";
import { Freshness } from "@/components/ui/freshness";
import { PageHeader } from "@/components/ui/page-header";
import { CategoriesCard } from "@/components/users/categories-card";
import { GaidsCard } from "@/components/users/gaids-card";
import { HoldingsCard } from "@/components/users/holdings-card";
import { usersText } from "@/lib/messages/users";
import { may } from "@/lib/policy";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { readObjectId } from "@/server/services/object-id";
import { readUser } from "@/server/services/users";

export const metadata: Metadata = { title: usersText.one };

export default async function UserPage({ params }: PageProps<"/users/[id]">) {
  const { id } = await params;
  const page = await pageData(async (actor) => readUser(actor, readObjectId(id)));
  if (!page.ok) return <PageFailure title={usersText.one} error={page.error} />;
  const { user, gaids, categories, holdings, asOf } = page.data;
  const { role } = page.actor;
  return (
    <>
      <PageHeader
        title={user.name}
        crumbs={[{ label: usersText.title, href: routes.users }]}
        aside={<Badge>{user.isCompany ? usersText.kinds.company : usersText.kinds.person}</Badge>}
        description={usersText.number(user.id)}
        freshness={<Freshness freshness={{ asOf, source: "amp" }} />}
      />
      <div className="grid gap-5">
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <GaidsCard
            userId={user.id}
            gaids={gaids}
            defaultGaid={user.gaid}
            canAdd={may(role, "user:write")}
          />
          <CategoriesCard user={user} all={categories} canChange={may(role, "category:write")} />
        </div>
        <HoldingsCard userName={user.name} holdings={holdings} isManager={role === "manager"} />
      </div>
    </>
  );
}
