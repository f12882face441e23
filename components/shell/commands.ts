import { assetPages } from "@/lib/asset-pages";
import { type CommandItem, type MeantAssets, matchCommands } from "@/lib/command";
import type { Role } from "@/lib/domain/actor";
import { assetsText } from "@/lib/messages/assets";
import { callsText } from "@/lib/messages/calls";
import { eligibilityMatrixText } from "@/lib/messages/eligibility-matrix";
import { shellText } from "@/lib/messages/shell";
import { shortcutsText as text } from "@/lib/messages/shortcuts";
import { userJobsText } from "@/lib/messages/user-jobs";
import { may } from "@/lib/policy";
import { routes } from "@/lib/routes";
import { assetOn } from "./letter-keys";

/** A page that the palette offers under a heading. */
export interface Command {
  href: string;
  label: string;
  group: string;
}

/** What the role may do from where it is; what would be refused is not offered. */
export function commandsOn(pathname: string, role: Role): Command[] {
  const assetUuid = assetOn(pathname);
  const ofAsset = assetUuid === undefined ? [] : commandsOf(assetUuid, pathname, role);
  return [
    ...ofAsset,
    ...offer(may(role, "asset:issue"), text.actions, text.newAsset, routes.newAsset),
    ...offer(may(role, "user:write"), text.actions, text.newUser, routes.newUser),
    ...offer(may(role, "user:write"), text.actions, text.importUsers, routes.importUsers),
    ...offer(may(role, "category:write"), text.actions, text.addCategory, routes.addCategory),
    ...offer(may(role, "user:read"), text.actions, text.matrix, routes.categoryMatrix),
    ...offer(may(role, "manager:write"), text.actions, text.addManager, routes.addManager),
    ...offer(may(role, "lbtc:run"), text.actions, text.sendLbtc, routes.sendLbtc),
    ...offer(
      may(role, "user:read"),
      shellText.search.pages,
      eligibilityMatrixText.title,
      routes.eligibilityMatrix,
    ),
    ...offer(may(role, "user:write"), shellText.search.pages, userJobsText.title, routes.userJobs),
    ...offer(may(role, "audit:read"), shellText.search.pages, callsText.title, routes.calls),
  ];
}

const offer = (isOffered: boolean, group: string, label: string, href: string): Command[] =>
  isOffered ? [{ href, label, group }] : [];

/** What the words that name no asset look for, of each asset that the others name. */
export function commandsMeant(
  meant: MeantAssets,
  { pathname, role, query }: { pathname: string; role: Role; query: string },
): CommandItem[] {
  if (isAboutThisAsset(meant, pathname, role, query)) return [];
  const found = meant.assets.flatMap(({ assetUuid, name, hint }) =>
    matchCommands(commandsOf(assetUuid, pathname, role), meant.rest).map(({ href, label }, at) => ({
      ...{ id: `f${at}${assetUuid}`, href, label, hint },
      group: name,
    })),
  );
  return found.length > 0 && meant.others ? [...found, meant.others] : found;
}

/** On an asset's page, what names no other asset, and what is one of its own commands word by word. */
function isAboutThisAsset({ isNamed }: MeantAssets, pathname: string, role: Role, query: string): boolean {
  const assetUuid = assetOn(pathname);
  if (assetUuid === undefined) return false;
  return !isNamed || matchCommands(commandsOf(assetUuid, "", role), query).length > 0;
}

function commandsOf(assetUuid: string, pathname: string, role: Role): Command[] {
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
    // Its own button is among the page's where it stands.
    ...offer(
      may(role, "asset:lock") && pathname !== settings,
      text.thisAsset,
      text.lock,
      routes.assetLock(assetUuid),
    ),
    ...offer(may(role, "asset:settings"), text.thisAsset, text.assetSettings, settings),
    ...assetPages(role, assetUuid).map(({ href, label }) => ({ href, label, group: assetsText.tabs.label })),
  ];
}
