import LogOut from "lucide-react/icons/log-out";
import X from "lucide-react/icons/x";
import type { DeskActor } from "@/components/shell/desk-actor";
import { LeavingForm } from "@/components/shell/leaving-form";
import { Mark } from "@/components/shell/mark";
import { NavIcon } from "@/components/shell/nav-icon";
import { NavLink } from "@/components/shell/nav-link";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { commonText } from "@/lib/messages/common";
import { shellText } from "@/lib/messages/shell";
import { HOME, type NavSection } from "@/lib/nav";
import type { Theme } from "@/lib/theme";

export const NAV_ID = "desk-navigation";

interface SideNavProps {
  actor: DeskActor;
  nav: readonly NavSection[];
  theme: Theme;
  signOutAction: () => Promise<void>;
}

/**
 * One element for both widths: beside the page from `md` on; below, the same element is a native popover that
 * opens as a sheet from the bottom edge, without a script of ours.
 */
export function SideNav({ actor, nav, theme, signOutAction }: SideNavProps) {
  return (
    <aside
      id={NAV_ID}
      popover="auto"
      aria-label={shellText.sidebar}
      className="desk-sheet flex-col bg-sidebar text-foreground md:sticky md:top-(--band-height) md:flex md:h-[calc(100dvh-var(--band-height))] md:border-e"
    >
      <div className="flex h-(--topbar-height) shrink-0 items-center justify-between ps-4 pe-3">
        <Link href={HOME} className="flex items-center gap-2 rounded-sm font-semibold text-lg no-underline">
          <Mark />
          {commonText.product}
        </Link>
        <Button
          variant="ghost"
          size="icon"
          className="md:hidden"
          popoverTarget={NAV_ID}
          popoverTargetAction="hide"
          aria-label={shellText.closeNavigation}
          icon={<X aria-hidden />}
        />
      </div>
      <nav aria-label={shellText.mainNavigation} className="flex-1 overflow-y-auto px-2.5 pt-1 pb-4">
        {nav.map((section) => (
          <NavGroup key={section.label ?? section.items[0]?.href} section={section} />
        ))}
      </nav>
      <footer className="border-border border-t px-2.5 py-2.5">
        <div className="flex items-center justify-between gap-2 ps-2.5">
          <div className="min-w-0">
            <p className="truncate font-medium text-sm">{actor.username}</p>
            <p className="truncate text-muted-foreground text-xs">{commonText.roles[actor.role]}</p>
          </div>
          <ThemeSwitch initial={theme} />
        </div>
        <LeavingForm action={signOutAction} failed="stillSignedIn" className="mt-1.5">
          <Button
            type="submit"
            variant="ghost"
            className="w-full justify-start! gap-2.5! px-2.5! text-muted-foreground!"
          >
            <LogOut aria-hidden />
            {commonText.actions.signOut}
          </Button>
        </LeavingForm>
      </footer>
    </aside>
  );
}

function NavGroup({ section }: { section: NavSection }) {
  return (
    <div className="mt-4 first:mt-0">
      {section.label && <p className="px-2.5 pb-1 text-2xs text-muted-foreground">{section.label}</p>}
      <ul className="grid gap-0.5">
        {section.items.map((item) => (
          <li key={item.href}>
            <NavLink href={item.href}>
              <NavIcon name={item.icon} />
              {item.label}
              {item.count ? (
                <span className="ms-auto rounded-sm bg-waiting-soft px-1.5 text-waiting text-xs">
                  {item.count}
                </span>
              ) : null}
            </NavLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
