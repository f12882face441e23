import type { Role } from "@/lib/domain/actor";
import { shortcutsText as text } from "@/lib/messages/shortcuts";
import { may } from "@/lib/policy";
import { routes } from "@/lib/routes";

/** A page that the palette offers under a heading. */
export interface Command {
  href: string;
  label: string;
  group: string;
}

const ASSET = /^\/assets\/([0-9a-f]{8}-[0-9a-f-]{27})(?:\/|$)/;

/** What the role may do from where it is; what would be refused is not offered. */
export function commandsOn(pathname: string, role: Role): Command[] {
  const assetUuid = ASSET.exec(pathname)?.[1];
  const offer = (isOffered: boolean, group: string, label: string, href: string): Command[] =>
    isOffered ? [{ href, label, group }] : [];
  const ofAsset = assetUuid === undefined ? [] : commandsOf(assetUuid, role, offer);
  return [
    ...ofAsset,
    ...offer(may(role, "asset:issue"), text.actions, text.newAsset, routes.newAsset),
    ...offer(may(role, "user:write"), text.actions, text.newUser, routes.newUser),
    ...offer(may(role, "user:write"), text.actions, text.importUsers, routes.importUsers),
    ...offer(may(role, "category:write"), text.actions, text.addCategory, routes.addCategory),
    ...offer(may(role, "user:read"), text.actions, text.matrix, routes.categoryMatrix),
    ...offer(may(role, "manager:write"), text.actions, text.addManager, routes.addManager),
    ...offer(may(role, "lbtc:run"), text.actions, text.sendLbtc, routes.sendLbtc),
  ];
}

function commandsOf(
  assetUuid: string,
  role: Role,
  offer: (isOffered: boolean, group: string, label: string, href: string) => Command[],
): Command[] {
  const settings = routes.assetSettings(assetUuid);
  return [
    ...offer(
      may(role, "assignment:create"),
      text.thisAsset,
      text.newAssignment,
      routes.newAssignments(assetUuid),
    ),
    ...offer(may(role, "distribution:run"), text.thisAsset, text.distribute, routes.distributions(assetUuid)),
    ...offer(may(role, "supply:run"), text.thisAsset, text.supply, routes.supply(assetUuid)),
    ...offer(may(role, "asset:lock"), text.thisAsset, text.lock, routes.assetLock(assetUuid)),
    ...offer(may(role, "asset:settings"), text.thisAsset, text.assetSettings, settings),
  ];
}

/** Where "n" leads from a page; null where nothing is made. */
export function newOn(pathname: string, role: Role): string | null {
  const assetUuid = ASSET.exec(pathname)?.[1];
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
