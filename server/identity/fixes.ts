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
    changes: "the newest five texts of an address and a caller can be signed, not the last one alone",
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
  undeployedWallets: {
    weakness: "W-07",
    changes: "the signature of a contract wallet that is not deployed yet (ERC-6492) is taken",
    isDefault: true,
  },
  structuredTexts: {
    weakness: "W-06",
    changes:
      "a text after EIP-4361 is made on request, and a text can be bound to a secret of whoever asks for it",
    isDefault: true,
  },
  lowSOnly: {
    weakness: "W-10",
    changes: "a key's signature with the higher of its two s values is refused",
    isDefault: false,
  },
  limitsCalls: {
    weakness: "W-11",
    changes: "who calls too often is answered 429 with Retry-After",
    isDefault: true,
  },
  checksSyntax: {
    weakness: "W-47",
    changes: "addresses have to be addresses and e-mails e-mails, else 400",
    isDefault: false,
  },
  keyIds: {
    weakness: "W-13",
    changes: "access tokens carry kid, jti and iat_ms, and the public keys stand at /.well-known/jwks.json",
    isDefault: true,
  },
  logoutEndsAccess: {
    weakness: "W-14",
    changes: "a logout ends the access tokens of its address as well; needs keyIds",
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
  ownTestKyc: {
    weakness: "W-19",
    changes: "test KYC verifies the caller's own address alone",
    isDefault: true,
  },
  hmacSignatures: {
    weakness: "W-20",
    changes: "X-HMAC-SIGNATURE proves a webhook as well, and decides where it is present",
    isDefault: true,
  },
  hmacOnly: {
    weakness: "W-20",
    changes: "X-SIGNATURE no longer proves a webhook; needs hmacSignatures",
    isDefault: false,
  },
  webhooksOnce: {
    weakness: "W-21",
    changes: "a webhook that was accepted is not carried out again, nor one that came too late",
    isDefault: true,
  },
  matchesSession: {
    weakness: "W-22",
    changes: "an approval links nobody unless its session was made here for the same wallet",
    isDefault: false,
  },
  approvalsEnd: {
    weakness: "W-23",
    changes: "kyc_completed ends with the document's validity and with a later decline",
    isDefault: true,
  },
  reviewsRisks: {
    weakness: "W-24",
    changes: "an approval with risk labels or a match with lists of sanctions links nobody",
    isDefault: true,
  },
  wholeWebhooks: {
    weakness: "W-31",
    changes: "a webhook that is refused leaves nothing but its digest",
    isDefault: true,
  },
  keepsApproval: {
    weakness: "W-32",
    changes: "a session over seven days old is not replaced while its approval holds",
    isDefault: true,
  },
  lanes: {
    weakness: "W-33",
    changes: "each operator's key sends on its own, records what it signs first and gives up in the end",
    isDefault: true,
  },
  faucetCooldown: {
    weakness: "W-45",
    changes: "a wallet and a person wait for coins again: 429 with Retry-After",
    isDefault: true,
  },
  faucetOnTestChains: {
    weakness: "W-45",
    changes: "coins are given away on test chains alone, whatever else is set up",
    isDefault: true,
  },
  recaptchaForm: {
    weakness: "W-45",
    changes: "Google gets secret and token in the body, and the action and host it names are looked at",
    isDefault: true,
  },
  chainPerFeature: {
    weakness: "W-39",
    changes: "a chain without faucet, auto-invest or approver still does what it is set up for",
    isDefault: true,
  },
  cappedInvestments: {
    weakness: "W-42",
    changes: "no more is invested than was asked for, and what a campaign would refuse is not sent",
    isDefault: true,
  },
  validInvestments: {
    weakness: "W-43",
    changes: "an order to invest names an address and 1 to 2^256 - 1, and can be taken back",
    isDefault: true,
  },
  ownInvestmentsOnly: {
    weakness: "W-44",
    changes: "lists of orders to invest need a bearer and show the caller's own alone",
    isDefault: false,
  },
  pinataQuota: {
    weakness: "W-49",
    changes: "a wallet gets PINATA_KEYS_PER_DAY upload keys a day, then 429 until midnight UTC",
    isDefault: true,
  },
  pinataRevokes: {
    weakness: "W-49",
    changes:
      "upload keys are revoked: by whoever got them at POST /user/pinata/revoke, else after PINATA_KEY_HOURS",
    isDefault: true,
  },
  pinataNeedsKyc: {
    weakness: "W-49",
    changes: "upload keys are for people with KYC alone; the others get 400 with 0111",
    isDefault: false,
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
