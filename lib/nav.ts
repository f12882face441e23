import type { Route } from "next";

/** Names of the drawings in components/shell/nav-icon.tsx. */
export type NavIconName =
  | "overview"
  | "assets"
  | "users"
  | "gaids"
  | "categories"
  | "managers"
  | "requests"
  | "treasury"
  | "reports"
  | "audit"
  | "settings"
  | "sandbox";

/** Where the mark, the sign-in and the failure pages lead. */
export const HOME = "/overview" as Route;

export interface NavItem {
  href: Route;
  label: string;
  icon: NavIconName;
  /** A figure that wants a person, such as open requests. */
  count?: number;
}

export interface NavSection {
  /** Left out for the first, unnamed group. */
  label?: string;
  items: readonly NavItem[];
}

/** True on the item's own page and everywhere below it. */
export const isCurrent = (href: string, pathname: string): boolean =>
  pathname === href || pathname.startsWith(`${href}/`);
