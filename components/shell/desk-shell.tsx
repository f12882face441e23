import Menu from "lucide-react/icons/menu";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { CommandLauncher } from "@/components/shell/command-launcher";
import type { DeskActor } from "@/components/shell/desk-actor";
import { EnvironmentBadge, EnvironmentBand } from "@/components/shell/environment-badge";
import { NAV_ID, SideNav } from "@/components/shell/side-nav";
import { LateKeepTyped } from "@/components/typed/late-keep-typed";
import { Button } from "@/components/ui/button";
import { ToastHost } from "@/components/ui/toast";
import { cn } from "@/lib/cn";
import { commonText } from "@/lib/messages/common";
import { shellText } from "@/lib/messages/shell";
import type { NavSection } from "@/lib/nav";
import { parseTheme, THEME_COOKIE } from "@/lib/theme";

interface DeskShellProps {
  actor: DeskActor;
  /** Whose entries are kept in this tab when the session ends: nobody else has this workspace and this name. */
  owner: string;
  nav: readonly NavSection[];
  signOutAction: () => Promise<void>;
  /** GET address that answers `{ items: CommandItem[] }` for `?q=`; left out, the palette knows the pages only. */
  searchUrl?: string;
  /** Before the search in the top bar: the chain's tip, a running operation. */
  status?: ReactNode;
  children: ReactNode;
}

/** The frame of every page behind the sign-in. */
export async function DeskShell({
  actor,
  owner,
  nav,
  signOutAction,
  searchUrl,
  status,
  children,
}: DeskShellProps) {
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  const pages = nav.flatMap((section) => section.items).map(({ href, label }) => ({ href, label }));
  return (
    <div className={cn("min-h-dvh", actor.environment === "live" && "[--band-height:3px]")}>
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-primary px-3 py-2 font-medium text-primary-foreground text-sm focus:not-sr-only focus:fixed focus:start-3 focus:top-3"
      >
        {shellText.skip}
      </a>
      {actor.environment === "live" && <EnvironmentBand />}
      <div className="md:grid md:grid-cols-[14.5rem_minmax(0,1fr)]">
        <SideNav actor={actor} nav={nav} theme={theme} signOutAction={signOutAction} />
        <div className="min-w-0">
          <TopBar actor={actor} status={status}>
            <CommandLauncher
              role={actor.role}
              pages={pages}
              searchUrl={searchUrl}
              signOutAction={signOutAction}
            />
          </TopBar>
          <main id="content" tabIndex={-1} className="mx-auto max-w-[88rem] px-4 py-5 outline-none md:px-7">
            {children}
          </main>
        </div>
      </div>
      <ToastHost />
      <LateKeepTyped owner={owner} />
    </div>
  );
}

function TopBar({ actor, status, children }: { actor: DeskActor; status: ReactNode; children: ReactNode }) {
  return (
    <header className="sticky top-(--band-height) z-30 flex h-(--topbar-height) items-center gap-3 border-border border-b bg-background/90 px-3 backdrop-blur-sm md:px-7">
      <Button
        variant="ghost"
        size="icon"
        className="md:hidden"
        popoverTarget={NAV_ID}
        aria-label={shellText.openNavigation}
        icon={<Menu aria-hidden />}
      />
      <EnvironmentBadge environment={actor.environment} />
      <p className="min-w-0 truncate text-muted-foreground text-sm" title={actor.workspaceName}>
        <span className="sr-only">{shellText.signedInAs(actor.username)}</span>
        {actor.workspaceName}
      </p>
      <div className="ms-auto flex items-center gap-3">
        {status && <div className="hidden text-muted-foreground text-xs lg:block">{status}</div>}
        {children}
      </div>
      <span className="sr-only">{commonText.environmentHints[actor.environment]}</span>
    </header>
  );
}
