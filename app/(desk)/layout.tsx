import type { ReactNode } from "react";
import { QueryProvider } from "@/components/data/query-provider";
import { deskNav } from "@/components/shell/desk-nav";
import { DeskShell } from "@/components/shell/desk-shell";
import { PreviewBanner } from "@/components/shell/preview-banner";
import { commonText } from "@/lib/messages/common";
import { endPreviewAction, signOutAction } from "@/server/actions/session";
import { pageActor } from "@/server/auth/actor";
import { countOpenRequests } from "@/server/services/requests";

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await pageActor();
  const openRequests = await countOpenRequests(actor);
  return (
    <DeskShell
      actor={{
        role: actor.role,
        username: actor.personName,
        environment: actor.environment,
        workspaceName: actor.accountName ?? commonText.unnamedAccount,
      }}
      owner={`${actor.workspaceId} ${actor.personName}`}
      nav={deskNav(actor.role, actor.environment, openRequests)}
      signOutAction={signOutAction}
      searchUrl="/api/search"
    >
      {actor.preview && <PreviewBanner preview={actor.preview} endAction={endPreviewAction} />}
      <QueryProvider>{children}</QueryProvider>
    </DeskShell>
  );
}
