import { createHash } from "node:crypto";
import type { IssueRequest } from "@/lib/contracts/amp/assets";
import { registryContractText } from "@/lib/contracts/amp/registration";
import type { FieldErrors } from "@/lib/errors";
import type { Ledger } from "../ledger/port";
import { invalid } from "./refusal";

export interface Trio {
  domain: string;
  ticker: string;
  pubkey: string;
}

/** AMP's official text allows 3–5 characters, fewer than the registry does. */
const MAX_TICKER = 5;
const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const DOMAIN = new RegExp(`^(?=.{1,255}$)(?!www\\.)(?:${LABEL}\\.)+(?!\\d+$)${LABEL}$`);

/** Checks what the shape alone cannot say. @throws AmpRefusal with the messages per field */
export function checkIssueRequest(request: IssueRequest, ledger: Ledger): void {
  const fields: FieldErrors = {
    ...trioErrors(request),
    ...addressErrors(ledger, "destination_address", request.destinationAddress),
    ...(request.isReissuable ? tokenErrors(request, ledger) : {}),
  };
  if (Object.keys(fields).length > 0) throw invalid(fields);
}

function trioErrors({ domain, ticker, pubkey }: IssueRequest): FieldErrors {
  const trio = { domain, ticker, pubkey };
  const missing = Object.entries(trio).filter(([, value]) => !value);
  if (missing.length === 3) return {};
  const fields = Object.fromEntries(
    missing.map(([name]) => [name, ["Give domain, ticker and pubkey together or none of them."]]),
  );
  if (ticker && ticker.length > MAX_TICKER) fields.ticker = ["Ensure this field has 3 to 5 characters."];
  if (domain && !DOMAIN.test(domain)) fields.domain = ["Enter a bare host name without scheme and www."];
  return fields;
}

function addressErrors(ledger: Ledger, field: string, address: string): FieldErrors {
  try {
    ledger.scriptOf(address);
  } catch {
    return { [field]: ["Invalid value: not an address of this network."] };
  }
  return ledger.isConfidentialAddress(address) ? {} : { [field]: ["The address must be confidential."] };
}

function tokenErrors(request: IssueRequest, ledger: Ledger): FieldErrors {
  const { reissuanceAmount, reissuanceAddress, destinationAddress } = request;
  const fields: FieldErrors = {};
  if (!reissuanceAmount) fields.reissuance_amount = ["Ensure this value is greater than or equal to 1."];
  if (!reissuanceAddress) fields.reissuance_address = ["This field is required."];
  else if (reissuanceAddress === destinationAddress)
    fields.reissuance_address = ["The reissuance address must differ from the destination address."];
  else Object.assign(fields, addressErrors(ledger, "reissuance_address", reissuanceAddress));
  return fields;
}

/** The registration trio, all of it or nothing. */
export function trioOf({ domain, ticker, pubkey }: IssueRequest): Trio | null {
  return domain && ticker && pubkey ? { domain, ticker, pubkey } : null;
}

/** Hash of the registry contract in display byte order; zeros when nothing is to be registered. */
export function contractHash({ name, precision }: IssueRequest, trio: Trio | null): string {
  if (!trio) return "0".repeat(64);
  const text = registryContractText({
    entity: { domain: trio.domain },
    issuerPubkey: trio.pubkey,
    name,
    precision,
    ticker: trio.ticker,
    version: 0,
  });
  return createHash("sha256").update(text).digest().reverse().toString("hex");
}
