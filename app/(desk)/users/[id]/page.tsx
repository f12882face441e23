import type { Metadata } from "next";
import { UnreadableAssets } from "@/components/assets/unreadable-assets";
import { UserVestingCard } from "@/components/assignments/vesting/user-vesting-card";
import { PageCopyFreshness } from "@/components/data/page-copy-freshness";
import { PageFailure } from "@/components/data/page-failure";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { promptly } from "@/components/ui/promptly";
import { ArchiveCard } from "@/components/users/archive-card";
import { CategoriesCard } from "@/components/users/categories-card";
import { GaidsCard } from "@/components/users/gaids-card";
import { HoldingsCard } from "@/components/users/holdings-card";
import { IdentityCard } from "@/components/users/identity-card";
import { NotesCard } from "@/components/users/notes-card";
import { RenameButton } from "@/components/users/user-dialogs";
import { UserPaymentsCard } from "@/components/users/user-payments-card";
import { isOwed } from "@/lib/domain/users";
import { accountMakerText } from "@/lib/messages/account-maker";
import { auditText } from "@/lib/messages/audit";
import { usersText } from "@/lib/messages/users";
import { may, reachOf } from "@/lib/policy";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { readObjectId } from "@/server/services/object-id";
import { readNote } from "@/server/services/user-changes";
import { readInvite, readUserIdentity } from "@/server/services/user-identity";
import { readUser } from "@/server/services/users";

export const generateMetadata = (): Metadata => ({ title: usersText.one });

export default promptly(async function UserPage({ params, searchParams }: PageProps<"/users/[id]">) {
  const [{ id }, { category }] = await Promise.all([params, searchParams]);
  const page = await pageData(async (actor) => {
    const userId = readObjectId(id);
    const reading = readUser(actor, userId);
    return Promise.all([
      reading,
      readNote(actor, userId),
      reading.then(({ gaids }) => readUserIdentity(actor, { userId, gaids })),
      readInvite(actor),
    ]);
  });
  if (!page.ok) return <PageFailure title={usersText.one} error={page.error} />;
  const [
    { user, maker, gaids, categories, holdings, payments, distributions, unreadable, vesting, freshness },
    note,
    identity,
    invite,
  ] = page.data;
  const { role } = page.actor;
  const canWrite = may(role, "user:write");
  return (
    <>
      <PageHeader
        title={user.name}
        crumbs={[{ label: usersText.title, href: routes.users }]}
        aside={
          <>
            <Badge>{user.isCompany ? usersText.kinds.company : usersText.kinds.person}</Badge>
            {note?.archivedAt && <Badge tone="waiting">{usersText.archive.archived}</Badge>}
          </>
        }
        actions={
          <>
            {may(role, "audit:read") && !page.actor.preview && (
              <ButtonLink href={routes.auditOfUser(user.id)}>{auditText.ofUser}</ButtonLink>
            )}
            {canWrite && <RenameButton user={user} />}
          </>
        }
        description={`${usersText.number(user.id)} · ${usersText.madeBy(accountMakerText.name(maker))}`}
        freshness={<PageCopyFreshness freshness={freshness} of={{ list: "categories" }} />}
      />
      <div className="grid gap-5">
        {note?.archivedAt && (
          <Alert tone="waiting" title={usersText.archive.since(note.updatedBy)}>
            {user.categories.length > 0
              ? usersText.archive.againText(user.categories.length)
              : usersText.archive.archivedText}
          </Alert>
        )}
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <GaidsCard
            userId={user.id}
            gaids={gaids}
            defaultGaid={user.gaid}
            openAssignments={holdings.reduce((sum, holding) => sum + holding.openAssignments, 0)}
            userName={user.name}
            distributions={distributions}
            isPartial={reachOf(role, "asset:read") !== "all"}
            canAdd={canWrite}
            canLookUp={may(role, "gaid:read")}
            invite={invite}
          />
          <CategoriesCard
            user={user}
            all={categories}
            canChange={may(role, "category:write")}
            chosen={typeof category === "string" ? category : ""}
          />
        </div>
        <UnreadableAssets assetUuids={unreadable} />
        <HoldingsCard userId={user.id} holdings={holdings} isManager={role === "manager"} />
        <UserPaymentsCard
          userId={user.id}
          payments={payments}
          isManager={role === "manager"}
          canFollow={may(role, "transaction:read") && may(role, "distribution:read")}
        />
        <UserVestingCard userId={user.id} rows={vesting} isManager={role === "manager"} />
        <div className="grid items-start gap-5 lg:grid-cols-2">
          {identity && <IdentityCard identity={identity} invite={invite} />}
          <NotesCard userId={user.id} note={note} canWrite={canWrite} />
          {canWrite && (
            <ArchiveCard
              user={user}
              isArchived={Boolean(note?.archivedAt)}
              archivedCategories={note?.archivedCategories.length ?? 0}
              canArchive={may(role, "category:write")}
              owed={holdings.filter(isOwed).length}
            />
          )}
        </div>
      </div>
    </>
  );
});
