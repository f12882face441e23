import { parseUnits } from "./units";

/** What the issue wizard holds: texts as typed, so that nothing a person entered is lost or rounded. */
export interface IssueDraft {
  transferRestricted: boolean;
  name: string;
  ticker: string;
  domain: string;
  pubkey: string;
  precision: number;
  /** In the displayed unit, e.g. "100.00" at precision 2. */
  amount: string;
  isReissuable: boolean;
  /** Reissuance tokens, always counted in sats. */
  reissuanceAmount: string;
  isConfidential: boolean;
  destinationAddress: string;
  reissuanceAddress: string;
}

export type IssueField = keyof IssueDraft;

/** Why nobody vouches that the draft's addresses are the issuer's: the node has no keys of them, or was not asked. */
export interface AddressDoubt {
  reason: "foreign" | "unchecked";
  addresses: string[];
}

type IssueProblem =
  | "name-length"
  | "name-ascii"
  | "ticker-form"
  | "domain-form"
  | "pubkey-form"
  | "registry-all-or-none"
  | "amount-form"
  | "amount-decimals"
  | "amount-range"
  | "tokens-range"
  | "address-missing"
  | "addresses-equal"
  | "precision-range";

export const MAX_SUPPLY_SATS = 2_100_000_000_000_000n;
/** More tokens than a node could ever need; one is usual. */
const MAX_TOKENS = 2_100_000_000_000_000n;
const MAX_PRECISION = 8;

/** The amount in sats, or why it is none. */
export function issueAmountSats(
  amount: string,
  precision: number,
): bigint | "amount-form" | "amount-decimals" | "amount-range" {
  const text = amount.trim();
  if (!/^\d+(\.\d*)?$/.test(text)) return "amount-form";
  const sats = parseUnits(text, precision);
  if (sats === null) return "amount-decimals";
  return sats < 1n || sats > MAX_SUPPLY_SATS ? "amount-range" : sats;
}

/**
 * The rules that need no network: AMP's and the registry's, said before AMP says them. What is fixed at issuance is
 * fixed for ever, so the wizard asks each step and the server asks again.
 */
export function issueProblems(draft: IssueDraft): Partial<Record<IssueField, IssueProblem>> {
  return { ...identityProblems(draft), ...supplyProblems(draft), ...addressProblems(draft) };
}

type Problems = Partial<Record<IssueField, IssueProblem>>;

function identityProblems({ name, ticker, domain, pubkey }: IssueDraft): Problems {
  const problems: Problems = {};
  if (!/^[\x20-\x7e]*$/.test(name)) problems.name = "name-ascii";
  else if (name.trim().length < 5 || name.length > 255) problems.name = "name-length";
  const isRegistryWanted = ticker !== "" || domain !== "";
  if (ticker === "" && isRegistryWanted) problems.ticker = "registry-all-or-none";
  else if (ticker !== "" && !/^[A-Za-z0-9.-]{3,5}$/.test(ticker)) problems.ticker = "ticker-form";
  if (domain === "" && isRegistryWanted) problems.domain = "registry-all-or-none";
  else if (domain !== "" && !isDomain(domain)) problems.domain = "domain-form";
  if (isRegistryWanted && !/^0[23][0-9a-f]{64}$/.test(pubkey)) problems.pubkey = "pubkey-form";
  return problems;
}

/** Lower-case host name without scheme and `www`, 2–127 labels, the last one not numeric. */
export function isDomain(domain: string): boolean {
  const labels = domain.split(".");
  return (
    domain.length <= 255 &&
    !domain.startsWith("www.") &&
    labels.length >= 2 &&
    labels.length <= 127 &&
    labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? "")
  );
}

function supplyProblems({ amount, precision, isReissuable, reissuanceAmount }: IssueDraft): Problems {
  const problems: Problems = {};
  const isPrecision = Number.isInteger(precision) && precision >= 0 && precision <= MAX_PRECISION;
  if (!isPrecision) problems.precision = "precision-range";
  const sats = issueAmountSats(amount, isPrecision ? precision : 0);
  if (typeof sats === "string") problems.amount = sats;
  const tokens = parseUnits(reissuanceAmount, 0);
  if (isReissuable && (tokens === null || tokens < 1n || tokens > MAX_TOKENS))
    problems.reissuanceAmount = "tokens-range";
  return problems;
}

function addressProblems({ destinationAddress, reissuanceAddress, isReissuable }: IssueDraft): Problems {
  const problems: Problems = {};
  if (destinationAddress.trim() === "") problems.destinationAddress = "address-missing";
  if (!isReissuable) return problems;
  if (reissuanceAddress.trim() === "") problems.reissuanceAddress = "address-missing";
  else if (reissuanceAddress.trim() === destinationAddress.trim())
    problems.reissuanceAddress = "addresses-equal";
  return problems;
}
