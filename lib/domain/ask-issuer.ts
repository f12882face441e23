import { routes } from "@/lib/routes";
import type { EnvironmentName } from "./actor";
import type { CategoryName } from "./eligibility";

/** The manager who asks, as the issuer knows them. */
export interface AskingManager {
  id: number;
  username: string;
  environment: EnvironmentName;
}

interface AskedUser {
  id: number;
  name: string;
}

/** What AMP lets the issuer alone do, and a manager can only ask for. */
export type Wanted =
  | {
      kind: "asset";
      /** What a link named: a UUID, or nothing. */
      asset: string;
    }
  | {
      kind: "category";
      user: AskedUser;
      /** Those that the user is not in. */
      categories: CategoryName[];
    }
  | { kind: "archive"; user: AskedUser };

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * The page on which the issuer does it, with everything chosen that can be.
 * @param choice an asset's UUID or name, or the number of a category
 */
export function pathToGrant(managerId: number, wanted: Wanted, choice: string): string {
  if (wanted.kind === "asset")
    return routes.managerGrants(managerId, UUID.test(choice) ? choice.toLowerCase() : undefined);
  if (wanted.kind === "category" && choice) return routes.addToCategory(wanted.user.id, Number(choice));
  return routes.user(wanted.user.id);
}

/** A mail without an address: the desk knows none of the issuer's. */
export const mailOf = ({ subject, text }: { subject: string; text: string }): string =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
