import { MIN_PASSWORD } from "./account";

/** An investment manager with the names of the assets granted to it. */
export interface ManagerRow {
  id: number;
  username: string;
  isLocked: boolean;
  assets: GrantedAsset[];
}

export interface GrantedAsset {
  assetUuid: string;
  name: string;
}

/** One manager, as far as AMP and this desk know. */
export interface ManagerDetails {
  manager: ManagerRow;
  /** Assets of the issuer that were not granted. */
  grantable: GrantedAsset[];
  /** When this desk last showed the manager's token, and to whom. */
  handedOver: { at: Date; personName: string } | null;
  /** When the manager last used a session of this desk. AMP tells no such thing. */
  lastSeenAt: Date | null;
  /** When this desk last revoked all access; null when it did not, or a token was shown since. */
  revokedAt: Date | null;
  /** Named in the portal's settings: decides its requests with the issuer's account. */
  decidesRequests: boolean;
}

/** What a manager may do at AMP, in words. */
export interface ManagerAccess {
  everywhere: string[];
  /** For granted assets alone. */
  granted: string[];
  never: string[];
}

/** A manager's own view of what AMP lets it do. */
export interface OwnAccess {
  access: ManagerAccess;
  assets: GrantedAsset[];
  /** AMP's version, as it says itself. */
  version: string;
  /** Whether this AMP may still have a way for managers to set a user's category. */
  mayHaveCategoryPaths: boolean;
}

/** The list of a manager's paths names two for categories that this version of AMP removed. */
const WITHOUT_CATEGORY_PATHS = "0.1.7";

/** @param versions AMP's own and those of its changelog */
export const mayHaveCategoryPaths = (versions: readonly string[]): boolean =>
  versions.every((version) => version.localeCompare(WITHOUT_CATEGORY_PATHS, "en", { numeric: true }) < 0);

/** From an account to a manager at work. The order is that of the checklist. */
export type ManagerStep = "created" | "unlocked" | "granted" | "handed-over";

/** Which steps are done; a manager needs all four. */
export function managerSteps({
  manager,
  handedOver,
  lastSeenAt,
  revokedAt,
}: Pick<ManagerDetails, "manager" | "handedOver" | "lastSeenAt" | "revokedAt">): Record<
  ManagerStep,
  boolean
> {
  // Whoever was seen has had a way in, whichever way it came.
  const isSeen = lastSeenAt !== null && (revokedAt === null || lastSeenAt > revokedAt);
  return {
    created: true,
    unlocked: !manager.isLocked,
    granted: manager.assets.length > 0,
    "handed-over": handedOver !== null || isSeen,
  };
}

export const MAX_PASSWORD = 128;

export type PasswordProblem = "short" | "long" | "digits" | "username";

/** Why a password is not given to a manager; null when it may be. AMP itself wants eight characters. */
export function passwordProblem(password: string, username: string): PasswordProblem | null {
  if (password.length < MIN_PASSWORD) return "short";
  if (password.length > MAX_PASSWORD) return "long";
  if (/^\d+$/.test(password)) return "digits";
  const name = username.trim().toLowerCase();
  return name.length >= 3 && password.toLowerCase().includes(name) ? "username" : null;
}

/** Without letters and digits that are taken for one another. */
const ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const MADE_LENGTH = 24;

/** A password that nobody could guess: 24 of 56 characters, about 139 bits. */
export function makePassword(): string {
  let password = "";
  while (password.length < MADE_LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(MADE_LENGTH))) {
      // Bytes beyond the last whole alphabet would favour its first letters.
      if (byte < ALPHABET.length * 4 && password.length < MADE_LENGTH)
        password += ALPHABET[byte % ALPHABET.length];
    }
  }
  return password;
}
