import type { ReactNode } from "react";
import { QueryProvider } from "@/components/data/query-provider";
import { deskNav } from "@/components/shell/desk-nav";
import { DeskShell } from "@/components/shell/desk-shell";
import { commonText } from "@/lib/messages/common";
import { signOutAction } from "@/server/actions/session";
import { pageActor } from "@/server/auth/actor";

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await pageActor();
  return (
    <DeskShell
      actor={{
        role: actor.role,
        username: actor.personName,
        environment: actor.environment,
        workspaceName: actor.accountName ?? commonText.unnamedAccount,
      }}
      nav={deskNav(actor.role, actor.environment)}
      signOutAction={signOutAction}
      searchUrl="/api/search"
    >
      <QueryProvider>{children}</QueryProvider>
    </DeskShell>
  );
}
