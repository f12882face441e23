interface Fix {
  /** Number of the weakness in section 9 of the contract. */
  weakness: string;
  /** What is different from the original while it is on. */
  changes: string;
  /** In default mode; in strict mode every fix is off unless it is named. */
  isDefault: boolean;
}

/**
 * What the service does better than the original where a client could tell. Each is a switch: `IDENTITY_FIXES` names
 * those that are to differ from the mode's own choice, `name` for on and `-name` for off.
 */
export const fixes = {
  longNonce: { weakness: "W-02", changes: "nonces have 128 bits instead of 31", isDefault: true },
  textsExpire: { weakness: "W-02", changes: "a text to sign expires; then it is 0209", isDefault: true },
  contractConsumes: {
    weakness: "W-03",
    changes: "a contract wallet's login uses its text up like any other",
    isDefault: true,
  },
  severalTexts: {
    weakness: "W-05",
    changes: "the newest five texts of an address can be signed, not the last one alone",
    isDefault: true,
  },
  longContractSignatures: {
    weakness: "W-07",
    changes: "132 characters that a key did not sign are shown to the contract when there is a chain_id",
    isDefault: true,
  },
  eitherDigest: {
    weakness: "W-08",
    changes: "a contract may have signed the bare or the prefixed digest, whatever the signature looks like",
    isDefault: true,
  },
  keyIds: {
    weakness: "W-13",
    changes: "access tokens carry kid and jti, and the public keys stand at /.well-known/jwks.json",
    isDefault: true,
  },
  logoutEndsAccess: {
    weakness: "W-14",
    changes: "the access token that logs out is refused from then on; needs keyIds",
    isDefault: true,
  },
  rotateRefresh: {
    weakness: "W-15",
    changes: "each refresh gives a new refresh token; one that is shown twice ends its login",
    isDefault: true,
  },
  severalDevices: {
    weakness: "W-16",
    changes: "a login leaves those on other devices alone, up to ten",
    isDefault: true,
  },
  namesScheme: { weakness: "W-17", changes: "0204 and 0206 carry WWW-Authenticate", isDefault: true },
  publicIgnoresBearer: {
    weakness: "W-18",
    changes: "a bearer that does not verify is ignored on public routes",
    isDefault: true,
  },
  chainPerFeature: {
    weakness: "W-39",
    changes: "a chain without faucet, auto-invest or approver still does what it is set up for",
    isDefault: true,
  },
  plainMessages: {
    weakness: "W-50",
    changes: "messages print values, not the names of classes around them",
    isDefault: true,
  },
  moreHeaders: { weakness: "W-54", changes: "Referrer-Policy and Content-Security-Policy", isDefault: true },
} as const satisfies Record<string, Fix>;

export type FixName = keyof typeof fixes;
export type Fixes = Record<FixName, boolean>;
export type Mode = "strict" | "default";

const names = Object.keys(fixes) as FixName[];

/**
 * Which fixes are on.
 * @param differing names with or without a leading minus
 * @throws Error naming what is no fix
 */
export function chooseFixes(mode: Mode, differing: readonly string[] = []): Fixes {
  const chosen = names.map((name) => [name, mode === "default" && fixes[name].isDefault] as const);
  const ordered = differing.map((item) => [item.replace(/^-/, ""), !item.startsWith("-")] as const);
  const unknown = ordered.filter(([name]) => !(name in fixes)).map(([name]) => name);
  if (unknown.length > 0) throw new Error(`There is no fix named ${unknown.join(", ")}: see README.md.`);
  return Object.fromEntries([...chosen, ...ordered]) as Fixes;
}
