import type { Actor } from "@/lib/domain/actor";
import { canReceive, type EligibilityRow, type EligibilityView } from "@/lib/domain/eligibility";
import { canReceiveNow, type EligibilityPair, type MatrixRule } from "@/lib/domain/eligibility-matrix";
import { type Column, listCell, namesCell } from "@/lib/domain/exports";
import { type FailingRule, type Mending, nameOf, remedyWords } from "@/lib/format/eligibility-words";
import { may } from "@/lib/policy";

export const eligibilityColumns: Column<EligibilityRow>[] = [
  { name: "registered_user", read: (row) => row.id },
  { name: "name", read: (row) => row.name },
  { name: "gaid", read: (row) => row.gaid },
  { name: "passes_own_rules", read: (row) => canReceive(row.failing) },
  { name: "missing_category_ids", read: ({ failing }) => listCell(missingOf(failing)) },
  { name: "has_no_gaid", read: ({ failing }) => failing.some(({ rule }) => rule === "no-gaid") },
  { name: "has_blacklisted", read: ({ failing }) => failing.some(({ rule }) => rule === "blacklisted") },
];

/** What the page says of a row: the verdict with the asset's own rules, and what to do in words. */
export function verdictColumns(
  { failing: ofAsset, required }: Pick<EligibilityView, "failing" | "required">,
  actor: Actor,
): Column<EligibilityRow>[] {
  const ofEverybody = ofAsset.map((rule) => ({ rule }));
  const mending = mendingOf(actor);
  return [
    { name: "can_receive_now", read: ({ failing }) => ofAsset.length === 0 && canReceive(failing) },
    {
      name: "missing_categories",
      read: ({ failing }) =>
        namesCell(missingOf(failing).map((categoryId) => nameOf({ categoryId }, required))),
    },
    {
      name: "remedies",
      read: ({ failing }) =>
        namesCell([...ofEverybody, ...failing].map((rule) => remedyWords(rule, required, mending))),
    },
  ];
}

export const eligibilityPairColumns: Column<EligibilityPair>[] = [
  { name: "registered_user", read: ({ user }) => user.id },
  { name: "name", read: ({ user }) => user.name },
  { name: "gaid", read: ({ user }) => user.gaid },
  { name: "asset_uuid", read: ({ asset }) => asset.assetUuid },
  { name: "asset", read: ({ asset }) => asset.name },
  { name: "ticker", read: ({ asset }) => asset.ticker },
  { name: "can_receive", read: ({ failing }) => canReceiveNow(failing) },
  { name: "failing_rules", read: ({ failing }) => failing.length },
  { name: "asset_is_authorized", read: ({ asset }) => asset.isAuthorized },
  { name: "asset_is_locked", read: ({ asset }) => asset.isLocked },
  { name: "missing_category_ids", read: ({ failing }) => listCell(missingOf(failing)) },
  { name: "missing_categories", read: ({ missing }) => namesCell(missing.map(({ name }) => name)) },
  { name: "has_no_gaid", read: ({ user }) => user.gaid === null },
  {
    name: "has_blacklisted",
    // Empty where nothing tells of the asset's outputs.
    read: ({ asset, failing }) =>
      asset.outputsAsOf === null ? null : failing.some(({ rule }) => rule === "blacklisted"),
  },
];

export function pairRemedies(actor: Actor): Column<EligibilityPair> {
  const mending = mendingOf(actor);
  return {
    name: "remedies",
    read: ({ failing, missing }) => namesCell(failing.map((rule) => remedyWords(rule, missing, mending))),
  };
}

const mendingOf = ({ role }: Actor): Mending => ({
  canAdd: may(role, "category:write"),
  canMend: may(role, "asset:settings"),
});

const missingOf = (failing: readonly (FailingRule | MatrixRule)[]): number[] =>
  failing.flatMap((one) => (one.rule === "category" ? [one.categoryId] : []));
