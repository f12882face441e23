import { assetPages } from "@/lib/asset-pages";
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
  const offer = (isOffered: boolean, group: string, label: string, href: string): Command[] =>
    isOffered ? [{ href, label, group }] : [];
  const ofAsset = assetUuid === undefined ? [] : commandsOf(assetUuid, pathname, role, offer);
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

function commandsOf(
  assetUuid: string,
  pathname: string,
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
