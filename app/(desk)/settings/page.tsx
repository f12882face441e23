import type { Metadata } from "next";
import { cookies } from "next/headers";
import { ErrorAlert } from "@/components/data/error-alert";
import { PartFailure } from "@/components/data/part-failure";
import { Retry } from "@/components/data/retry";
import { AmpCard } from "@/components/settings/amp-card";
import { AppearanceCard } from "@/components/settings/appearance-card";
import { CredentialsCard } from "@/components/settings/credentials-card";
import { NoticesCard } from "@/components/settings/notices-card";
import { PortalCard } from "@/components/settings/portal-card";
import { SessionCard } from "@/components/settings/session-card";
import { SessionsCard } from "@/components/settings/sessions-card";
import { UnreadCard } from "@/components/settings/unread-card";
import { PageHeader } from "@/components/ui/page-header";
import { promptly } from "@/components/ui/promptly";
import { workspaceFiles } from "@/lib/list-files";
import { type ListState, parseListState } from "@/lib/list-state";
import { lists } from "@/lib/lists";
import { noticesText } from "@/lib/messages/notices";
import { portalSettingsText } from "@/lib/messages/portal-settings";
import { settingsText } from "@/lib/messages/settings";
import { may } from "@/lib/policy";
import { PORTAL_CARD } from "@/lib/routes";
import { parseTheme, THEME_COOKIE } from "@/lib/theme";
import { sessionSecret } from "@/server/auth/actor";
import { pageData } from "@/server/doors/page-data";
import { readAccount } from "@/server/services/account";
import { readNotices } from "@/server/services/notices";
import { readPortalSettings } from "@/server/services/portal-settings";
import { readAmpInfo } from "@/server/services/settings";

export const generateMetadata = (): Metadata => ({ title: settingsText.title });

export default promptly(async function SettingsPage({ searchParams }: PageProps<"/settings">) {
  const state = parseListState(await searchParams, lists.sessions);
  const [amp, account, portal, notices] = await Promise.all([
    pageData(readAmpInfo),
    pageData(async (actor) => readAccount(actor, await sessionSecret(), state.query)),
    pageData(async (actor) => (may(actor.role, "portal:settings") ? readPortalSettings(actor) : null)),
    pageData(async (actor) => (may(actor.role, "notification:write") ? readNotices(actor) : null)),
  ]);
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <>
      <PageHeader title={settingsText.title} />
      <div className="grid max-w-3xl gap-5">
        <SessionCard actor={amp.actor} />
        {account.ok ? (
          <Account {...account.data} state={state} />
        ) : (
          <PartFailure error={account.error} state={state} />
        )}
        {notices.ok ? (
          notices.data && <NoticesCard {...notices.data} log={parseListState({}, workspaceFiles.notices)} />
        ) : (
          <UnreadCard title={noticesText.title} error={notices.error} />
        )}
        <AppearanceCard theme={theme} />
        {portal.ok ? (
          portal.data && <PortalCard {...portal.data} />
        ) : (
          <UnreadCard id={PORTAL_CARD} title={portalSettingsText.title} error={portal.error} />
        )}
        {/* The session is worth showing even while AMP is away. */}
        {amp.ok ? (
          <AmpCard {...amp.data} asOf={amp.asOf} />
        ) : (
          <ErrorAlert error={amp.error} action={<Retry />} />
        )}
      </div>
    </>
  );
});

type AccountProps = Awaited<ReturnType<typeof readAccount>> & { state: ListState };

const Account = ({ credentials, ...sessions }: AccountProps) => (
  <>
    <SessionsCard {...sessions} />
    {credentials && <CredentialsCard {...credentials} />}
  </>
);
