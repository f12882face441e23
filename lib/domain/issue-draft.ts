import { type AmountError, parseAmountInput } from "@/lib/format/amounts";
import { printUnits } from "./units";

/** `shown` is the unit that wallets show; a sat is what it is made of, whatever the precision. */
export const AMOUNT_UNITS = ["shown", "sats"] as const;
export type AmountUnit = (typeof AMOUNT_UNITS)[number];

/** What the issue wizard holds: texts as typed, so that nothing a person entered is lost or rounded. */
export interface IssueDraft {
  transferRestricted: boolean;
  name: string;
  ticker: string;
  domain: string;
  pubkey: string;
  precision: number;
  /** As `amountIn` says: "100.00" in the displayed unit at precision 2, "10000" in sats. */
  amount: string;
  amountIn: AmountUnit;
  isReissuable: boolean;
  /** Reissuance tokens, always counted in sats; one is usual. */
  reissuanceAmount: string;
  isConfidential: boolean;
  destinationAddress: string;
  reissuanceAddress: string;
}

export type IssueField = keyof IssueDraft;

/** An asset that is there already. */
export interface Twin {
  assetUuid: string;
  name: string;
  ticker: string | null;
}

/**
 * What a person has to say a second word on: nobody vouches that the draft's addresses are the issuer's (the node has no
 * keys of them, or was not asked), or an asset of this name or ticker is there, maybe from a form whose answer was lost.
 */
export type IssueDoubt =
  | { reason: "foreign" | "unchecked"; addresses: string[] }
  | { reason: "twin"; assets: Twin[] };

/** What the second word is given on; AMP is asked with it again. */
export const doubtful = (doubt: IssueDoubt): string[] =>
  doubt.reason === "twin" ? doubt.assets.map(({ assetUuid }) => assetUuid) : doubt.addresses;

/** So many assets of one name or ticker are told of; they are enough to look twice. */
export const TWINS_TOLD = 10;

type IssueProblem =
  | "name-length"
  | "name-ascii"
  | "ticker-form"
  | "domain-form"
  | "pubkey-form"
  | "registry-all-or-none"
  | AmountProblem
  | "amount-range"
  | "tokens-range"
  | "address-missing"
  | "addresses-equal"
  | "precision-range";

export const MAX_SUPPLY_SATS = 2_100_000_000_000_000n;
const MAX_PRECISION = 8;

type AmountProblem = "amount-form" | "amount-ambiguous" | "amount-decimals" | "amount-sats";
type AmountEntry = Pick<IssueDraft, "amount" | "amountIn" | "precision">;

/** The amount in sats, or why it is none. */
export function issueAmountSats(entry: AmountEntry): bigint | AmountProblem | "amount-range" {
  const sats = typedSats(entry);
  if (typeof sats === "string") return sats;
  return sats < 1n || sats > MAX_SUPPLY_SATS ? "amount-range" : sats;
}

/** The same amount written in the other unit, to the sat; a text that is no amount stays as it was typed. */
export function amountWrittenIn(
  entry: AmountEntry,
  amountIn: AmountUnit,
): Pick<IssueDraft, "amount" | "amountIn"> {
  const sats = typedSats(entry);
  if (typeof sats === "string" || amountIn === entry.amountIn) return { amount: entry.amount, amountIn };
  return { amount: printUnits(sats, amountIn === "sats" ? 0 : entry.precision), amountIn };
}

/** No field takes so many digits. */
const BEYOND_ALL = 10n ** 60n;

/** However much it is. */
function typedSats({ amount, amountIn, precision }: AmountEntry): bigint | AmountProblem {
  // "1.00" would be one sat or a hundred, depending on who reads it.
  if (amountIn === "sats" && amount.includes(".")) return "amount-sats";
  const { sats, error } = parseAmountInput(amount, amountIn === "sats" ? 0 : precision, BEYOND_ALL);
  return error === undefined ? sats : (PROBLEMS[error] ?? "amount-form");
}

const PROBLEMS: Partial<Record<AmountError, AmountProblem>> = {
  ambiguous: "amount-ambiguous",
  "too-many-decimals": "amount-decimals",
};

/** Reissuance tokens, in sats; null for what is no whole number of them, or more than there can be. */
export function issueTokens({ reissuanceAmount }: Pick<IssueDraft, "reissuanceAmount">): bigint | null {
  const { sats = 0n } = parseAmountInput(reissuanceAmount, 0);
  return sats < 1n || reissuanceAmount.includes(".") ? null : sats;
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
  else if (name.trim().length < 5 || name.trim().length > 255) problems.name = "name-length";
  const isRegistryWanted = ticker !== "" || domain !== "";
  if (ticker === "" && isRegistryWanted) problems.ticker = "registry-all-or-none";
  else if (ticker !== "" && !/^[A-Za-z0-9.-]{3,24}$/.test(ticker)) problems.ticker = "ticker-form";
  if (domain === "" && isRegistryWanted) problems.domain = "registry-all-or-none";
  else if (domain !== "" && !isDomain(domain)) problems.domain = "domain-form";
  if (isRegistryWanted && !/^0[23][0-9a-f]{64}$/.test(pubkey)) problems.pubkey = "pubkey-form";
  return problems;
}

/** The registry takes it; AMP's text allows fewer characters than AMP was seen to accept. */
export const isLongTicker = (ticker: string): boolean => ticker.length > 5;

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

function supplyProblems({ isReissuable, precision, ...entry }: IssueDraft): Problems {
  const problems: Problems = {};
  const isPrecision = Number.isInteger(precision) && precision >= 0 && precision <= MAX_PRECISION;
  if (!isPrecision) problems.precision = "precision-range";
  const sats = issueAmountSats({ ...entry, precision: isPrecision ? precision : 0 });
  if (typeof sats === "string") problems.amount = sats;
  if (isReissuable && issueTokens(entry) === null) problems.reissuanceAmount = "tokens-range";
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
