import type { Role } from "@/lib/domain/actor";
import { may } from "@/lib/policy";
import { routes } from "@/lib/routes";

/** The asset whose page it is; undefined on every other page. */
export const assetOn = (pathname: string): string | undefined =>
  /^\/assets\/([0-9a-f]{8}-[0-9a-f-]{27})(?:\/|$)/.exec(pathname)?.[1];

/** Where "n" leads from a page; null where nothing is made. */
export function newOn(pathname: string, role: Role): string | null {
  const assetUuid = assetOn(pathname);
  if (assetUuid !== undefined)
    return may(role, "assignment:create") ? routes.newAssignments(assetUuid) : null;
  if (/^\/users(?:\/|$)/.test(pathname)) return may(role, "user:write") ? routes.newUser : null;
  if (/^\/(?:assets|overview)(?:\/|$)/.test(pathname))
    return may(role, "asset:issue") ? routes.newAsset : null;
  return null;
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
