import type { EnvironmentName, Role } from "@/lib/domain/actor";
import { managersText } from "@/lib/messages/managers";
import { shellText } from "@/lib/messages/shell";
import type { NavItem, NavSection } from "@/lib/nav";
import { may } from "@/lib/policy";
import { routes } from "@/lib/routes";

/**
 * What the role may reach; a page that would be refused is not offered.
 * @param openRequests null for whom no inbox is open
 */
export function deskNav(role: Role, environment: EnvironmentName, openRequests: number | null): NavSection[] {
  const { nav, navSections } = shellText;
  const items = (...list: (NavItem | false)[]) => list.filter((item) => item !== false);
  return [
    {
      items: items(
        { href: routes.overview, label: nav.overview, icon: "overview" },
        { href: routes.assets, label: nav.assets, icon: "assets" },
      ),
    },
    {
      label: navSections.people,
      items: items(
        openRequests !== null && {
          href: routes.requests,
          label: nav.requests,
          icon: "requests",
          count: openRequests,
        },
        { href: routes.users, label: nav.users, icon: "users" },
        may(role, "gaid:read") && { href: routes.gaids, label: nav.gaids, icon: "gaids" },
        { href: routes.categories, label: nav.categories, icon: "categories" },
        role === "manager" && { href: routes.access, label: managersText.access.nav, icon: "managers" },
        may(role, "manager:read") && { href: routes.managers, label: nav.managers, icon: "managers" },
      ),
    },
    {
      label: navSections.operations,
      items: items(
        may(role, "treasury:read") && { href: routes.treasury, label: nav.treasury, icon: "treasury" },
        { href: routes.audit, label: nav.audit, icon: "audit" },
        environment === "sandbox" &&
          may(role, "sandbox:use") && { href: routes.sandbox, label: nav.sandbox, icon: "sandbox" },
        { href: routes.settings, label: nav.settings, icon: "settings" },
      ),
    },
  ];
}
