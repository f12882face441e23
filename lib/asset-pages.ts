import type { Route } from "next";
import type { Role } from "./domain/actor";
import { assetsText } from "./messages/assets";
import { blindersText } from "./messages/blinders";
import { lostOutputsText } from "./messages/lost-outputs";
import { differenceText } from "./messages/ownership-difference";
import { vestingText } from "./messages/vesting";
import { may, type Permission } from "./policy";
import { routes } from "./routes";

interface AssetPage {
  href: Route;
  label: string;
}

/** Null: whoever is shown the asset. */
type Page = [needs: Permission | null, href: Route, label: string];

const shownTo = (role: Role, pages: Page[]): AssetPage[] =>
  pages.flatMap(([needs, href, label]) => (needs === null || may(role, needs) ? [{ href, label }] : []));

/** The pages of an asset that stand side by side. */
export function assetTabs(role: Role, uuid: string): AssetPage[] {
  const { tabs } = assetsText;
  return shownTo(role, [
    [null, routes.asset(uuid), tabs.summary],
    ["ownership:read", routes.ownership(uuid), tabs.ownership],
    [null, routes.activity(uuid), tabs.activity],
    ["transaction:read", routes.transactions(uuid), tabs.transactions],
    ["utxo:read", routes.eligibility(uuid), tabs.eligibility],
    [null, routes.assignments(uuid), tabs.assignments],
    ["distribution:read", routes.distributions(uuid), tabs.distributions],
    ["supply:run", routes.supply(uuid), tabs.supply],
    ["utxo:read", routes.utxos(uuid), tabs.utxos],
    ["lost-output:read", routes.lostOutputs(uuid), lostOutputsText.title],
    ["asset:settings", routes.assetRules(uuid), tabs.rules],
    ["asset:settings", routes.assetSettings(uuid), tabs.settings],
  ]);
}

/** Those and what they lead to. */
export const assetPages = (role: Role, uuid: string): AssetPage[] => [
  ...assetTabs(role, uuid),
  ...shownTo(role, [
    ["ownership:read", routes.ownershipDifference(uuid), differenceText.title],
    ["assignment:read", routes.vesting(uuid), vestingText.title],
    ["blinders:run", routes.blinders(uuid), blindersText.title],
  ]),
];
