import { meetsRequirements } from "../amp/category-store";
import type { Unit } from "../world";
import type { ProposalView } from "./proposal";

/** What AMP looks at before a holder's transfer is co-signed, in this order. */

export type RuleName =
  | "authorization"
  | "lock"
  | "tracking"
  | "blacklist"
  | "registration"
  | "categories"
  | "destination"
  | "endpoint"
  | "second look";

/** One rule that was looked at and what it said. */
export interface Reason {
  rule: RuleName;
  passed: boolean;
  words: string;
}

export interface Review {
  reasons: Reason[];
  /** AMP's own verdict, which an issuer's endpoint may override; null when a rule refused that nobody overrides. */
  serverResult: boolean | null;
}

interface Rule {
  name: RuleName;
  /** Words for a transfer that passes. */
  fine: string;
  /** Words for one that does not; null when it passes. */
  problem: (unit: Unit, view: ProposalView) => Promise<string | null> | string | null;
}

/** Nobody overrides these; where one refuses, the issuer's endpoint is not asked. */
const FIRM: Rule[] = [
  {
    name: "authorization",
    fine: "The asset is registered with Green.",
    problem: (_, { asset }) =>
      asset.isAuthorized
        ? null
        : "The asset is not authorized yet (register-authorized), so AMP can neither follow nor co-sign its transfers.",
  },
  {
    name: "lock",
    fine: "The asset is not locked.",
    problem: (_, { asset }) => (asset.isLocked ? "The asset is locked." : null),
  },
  {
    name: "tracking",
    fine: "AMP follows every input.",
    problem: (_, { inputs }) =>
      inputs.every(({ tracked }) => tracked)
        ? null
        : "AMP does not follow an input: it came outside of its orders, or by one that is not confirmed yet.",
  },
  {
    name: "blacklist",
    fine: "No input is blacklisted.",
    problem: (_, { inputs }) =>
      inputs.some(({ tracked }) => tracked?.isBlacklisted)
        ? "An input is blacklisted, and the rest of the wallet does not suffice."
        : null,
  },
  {
    name: "registration",
    fine: "Every receiving GAID belongs to a registered user.",
    problem: (_, view) => {
      const stranger = restrictedReceivers(view).find(({ userId }) => userId === null);
      return stranger ? `The receiving GAID ${stranger.gaid} belongs to no registered user.` : null;
    },
  },
];

/** AMP's own verdict. */
const OWN: Rule[] = [
  {
    name: "categories",
    fine: "Every receiver is in all the categories that the asset requires.",
    problem: async ({ db }, view) => {
      for (const { gaid, userId } of restrictedReceivers(view)) {
        if (userId === null || !(await meetsRequirements(db, userId, view.asset.uuid)))
          return `The receiver with the GAID ${gaid} is not in every category that the asset requires.`;
      }
      return null;
    },
  },
  {
    name: "destination",
    fine: "Every output goes to a GAID or to a treasury address.",
    problem: (_, { outputs }) =>
      outputs.some(({ gaid, isTreasury }) => gaid === null && !isTreasury)
        ? "An address belongs to no GAID and is no treasury address."
        : null,
  },
];

/** GAIDs that receive of a restricted asset. What comes back to the sender is nothing new in its hands. */
const restrictedReceivers = ({ asset, outputs, fromGaid }: ProposalView) =>
  asset.isRestricted ? outputs.filter(({ gaid }) => gaid !== null && gaid !== fromGaid) : [];

/** An issuer-tracked asset asks nobody for a record. */
const applies = ({ name }: Rule, { asset }: ProposalView): boolean =>
  asset.isRestricted || (name !== "registration" && name !== "categories");

export async function review(unit: Unit, view: ProposalView): Promise<Review> {
  const reasons: Reason[] = [];
  const look = async (rule: Rule): Promise<boolean> => {
    const problem = await rule.problem(unit, view);
    reasons.push({ rule: rule.name, passed: problem === null, words: problem ?? rule.fine });
    return problem === null;
  };
  for (const rule of FIRM) {
    if (applies(rule, view) && !(await look(rule))) return { reasons, serverResult: null };
  }
  let serverResult = true;
  for (const rule of OWN) {
    if (applies(rule, view) && !(await look(rule))) serverResult = false;
  }
  return { reasons, serverResult };
}
