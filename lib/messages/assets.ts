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
  addressInvalid: "This is no Liquid address.",
  addressOtherNetwork: "This address belongs to another network than this environment.",
  addressUnconfidential:
    "This address is not confidential. A token in an unblinded output could never be used.",
  tooShallow: (confirmations: number, needed: number) =>
    `The issuance has ${countOf(confirmations, { one: "confirmation", other: "confirmations" })} of the ${needed} it needs. Nothing was changed; wait a minute.`,
} as const;
