import type { Route } from "next";
import type { Role } from "@/lib/domain/actor";
import { may, type Permission } from "@/lib/policy";
import { routes } from "@/lib/routes";

/** The asset whose page it is; undefined on every other page. */
export const assetOn = (pathname: string): string | undefined =>
  /^\/assets\/([0-9a-f]{8}-[0-9a-f-]{27})(?:\/|$)/.exec(pathname)?.[1];

/** What is made on the lists of the workspace, by the beginning of their addresses; the nearest one counts. */
const MADE_ON: readonly [pages: RegExp, permission: Permission, href: Route][] = [
  [/^\/users\/imports(?:\/|$)/, "user:write", routes.importUsers],
  [/^\/users(?:\/|$)/, "user:write", routes.newUser],
  [/^\/categories(?:\/|$)/, "category:write", routes.addCategory],
  [/^\/managers(?:\/|$)/, "manager:write", routes.addManager],
  [/^\/treasury(?:\/|$)/, "lbtc:run", routes.sendLbtc],
  [/^\/(?:assets|overview)(?:\/|$)/, "asset:issue", routes.newAsset],
];

/** Where "n" leads from a page; null where nothing is made. */
export function newOn(pathname: string, role: Role): Route | null {
  const assetUuid = assetOn(pathname);
  if (assetUuid !== undefined)
    return may(role, "assignment:create") ? routes.newAssignments(assetUuid) : null;
  const [, permission, href] = MADE_ON.find(([pages]) => pages.test(pathname)) ?? [];
  return permission && href && may(role, permission) ? href : null;
}

/** "g" and the letter. */
export const GO_LETTERS: Readonly<Record<string, string>> = {
  o: routes.overview,
  a: routes.assets,
  r: routes.requests,
  u: routes.users,
  g: routes.gaids,
  c: routes.categories,
  m: routes.managers,
  t: routes.treasury,
  l: routes.audit,
  x: routes.sandbox,
  s: routes.settings,
};
