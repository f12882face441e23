import { countOf } from "./plural";

/** Assets: the list, the issue wizard, one asset's pages. */
export const assetsText = {
  title: "Assets",
  issue: "Issue an asset",
  search: "Name, ticker, domain or asset id",
  empty: {
    title: "No asset yet",
    text: "An asset is a security on Liquid that AMP tracks for you: shares, bonds, fund units. Issuing one creates it on the chain at once and sends it to your treasury.",
    manager: "The issuer has not granted you an asset yet. Ask the issuer to attach one to your account.",
    filtered: "No asset matches the search and filters.",
  },
  columns: {
    name: "Asset",
    ticker: "Ticker",
    kind: "Kind",
    state: "State",
    precision: "Decimals",
    assetId: "Asset id",
  },
  kinds: { restricted: "Restricted", tracked: "Issuer-tracked" },
  kindsLong: { restricted: "Transfer restricted", tracked: "Issuer tracked" },
  states: { active: "Active", unauthorized: "Not authorised", locked: "Locked" },
  filters: { kind: "Kind", state: "State" },
  tabs: {
    label: "Pages of this asset",
    summary: "Summary",
    ownership: "Ownership",
    activity: "Activity",
    assignments: "Assignments",
    distributions: "Distributions",
    supply: "Supply",
  },
  issueProblems: {
    "name-length": "The name needs 5 to 255 characters.",
    "name-ascii":
      "The name may contain plain ASCII characters only: no accents, no symbols outside the keyboard's basics.",
    "ticker-form": "A ticker has 3 to 5 characters: letters, digits, dots and hyphens.",
    "domain-form":
      "Write the bare domain in lower case, without https:// and without www, for example example.com.",
    "pubkey-form": "A compressed public key has 66 hexadecimal digits and starts with 02 or 03.",
    "registry-all-or-none":
      "Ticker and domain belong together: give both for the asset registry, or leave both empty.",
    "amount-form": "Enter digits, with a point before the decimals.",
    "amount-decimals": "More decimals than the precision you chose.",
    "amount-range": "The amount must be at least one unit and at most 2,100,000,000,000,000 sats.",
    "tokens-range": "Enter a whole number of reissuance tokens, at least 1.",
    "address-missing": "An address is needed here. Take a fresh one from the treasury node.",
    "addresses-equal": "The reissuance token needs another address than the asset, or it can never be used.",
    "precision-range": "Precision is a whole number from 0 to 8.",
  },
  issueInvalid: "Some of the entries cannot be issued as they are. Nothing was sent to AMP.",
  alreadyIssued:
    "An asset with this name was issued to this address before. Nothing was issued now: look at it in the list of assets, and start over for another one.",
  addressInvalid: "This is no Liquid address.",
  addressOtherNetwork: "This address belongs to another network than this environment.",
  addressUnconfidential:
    "This address is not confidential. A token in an unblinded output could never be used.",
  tooShallow: (confirmations: number, needed: number) =>
    `The issuance has ${countOf(confirmations, { one: "confirmation", other: "confirmations" })} of the ${needed} it needs. Nothing was changed; wait a minute.`,
  depthUnknown:
    "The treasury node cannot tell how many confirmations the issuance has. Nothing was changed; try again when the node answers.",
  figures: {
    supply: "Supply",
    supplyNote: (issued: string, reissued: string, burned: string) =>
      `${issued} issued + ${reissued} reissued − ${burned} burned`,
    distributed: "Distributed",
    assigned: "Assigned, not yet sent",
    holders: "Holding accounts",
    holdersNote: (users: number) => countOf(users, { one: "registered user", other: "registered users" }),
    blacklisted: "Blacklisted",
  },
  facts: {
    title: "Facts",
    fixed: "Fixed at issuance, for ever.",
    assetId: "Asset id",
    uuid: "AMP uuid",
    ticker: "Ticker",
    domain: "Domain",
    precision: "Precision",
    pubkey: "Issuer public key",
    token: "Reissuance token",
    issuance: "Issuance transaction",
    endpoint: "Issuer authorization",
    noEndpoint: "None: AMP decides by the rules above",
  },
  checklist: {
    title: "From issued to ready",
    lead: "Each step opens the next one.",
    issued: "Issued on Liquid",
    issuedText: "The issuance is on the chain; its amount went to the treasury.",
    confirmed: "Issuance confirmed",
    confirmedText: "Liquid makes one block a minute. This page looks by itself; you can leave and come back.",
    confirmations: (done: number, needed: number) => `${done} of ${needed} confirmations`,
    confirmationsUnknown: "The node cannot tell",
    authorized: "Registered as authorised",
    authorizedText:
      "AMP tells Green to co-sign only the transfers it allows. Before that, nothing is tracked and nothing can be distributed.",
    categories: "Categories attached",
    categoriesText: "Whoever holds this asset must be in every category it requires.",
    categoriesTracked: "Not needed: an issuer-tracked asset may be held by any Managed-Assets account.",
    ready: "Ready to assign and distribute",
    readyText: "Reserve units for registered users, then send them.",
    toAssignments: "Go to assignments",
  },
  authorize: {
    title: (name: string) => `Register ${name} as authorised?`,
    consequence:
      "From now on AMP tracks this asset, and Green co-signs its transfers only when AMP allows them. This cannot be undone.",
    confirm: "Register as authorised",
    done: "The asset is registered as authorised.",
  },
  lock: {
    title: "Lock",
    explain:
      "Locking stops every transfer between holders and every distribution at once. It can be released at any time.",
    isLocked:
      "This asset is locked: every transfer is rejected, and an issuer authorization endpoint is not asked.",
    lock: {
      title: (name: string) => `Lock ${name}?`,
      consequence: (holders: number) =>
        `${countOf(holders, { one: "holding account", other: "holding accounts" })} will not be able to move this asset, and no distribution can start until you unlock it. Balances stay as they are.`,
      confirm: "Lock the asset",
      done: "The asset is locked.",
    },
    unlock: {
      title: (name: string) => `Unlock ${name}?`,
      consequence: (holders: number) =>
        `${countOf(holders, { one: "holding account", other: "holding accounts" })} can move this asset again, within its rules.`,
      confirm: "Unlock the asset",
      done: "The asset is unlocked.",
    },
  },
  requirements: {
    title: "Required categories",
    lead: "Several categories mean all of them.",
    none: "No category is required yet: every registered user may hold this asset.",
    members: (count: number) => countOf(count, { one: "member", other: "members" }),
    add: "Require another category",
    addHint: "Holders who are not in it keep what they have, but can no longer receive.",
    choose: "Choose a category",
    require: "Require it",
    added: "The category is required now.",
    makeOne: "Make another category",
    release: {
      title: (name: string) => `No longer require ${name}?`,
      consequence:
        "Registered users outside this category can receive the asset at once, if they are in the others.",
      confirm: "No longer require",
      done: "The category is no longer required.",
    },
  },
} as const;
