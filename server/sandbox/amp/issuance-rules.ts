import { createHash } from "node:crypto";
import type { IssueRequest } from "@/lib/contracts/amp/assets";
import { registryContractText } from "@/lib/contracts/amp/registration";
import type { FieldErrors } from "@/lib/errors";
import { fromHex } from "../ledger/bytes";
import type { Ledger } from "../ledger/port";
import { loadZkp } from "../ledger/zkp";
import { domainProblem } from "../registry/field-rules";
import type { Switches } from "../switches";
import { invalid } from "./refusal";
import { treasuryAddressProblem } from "./treasury-address-store";

export interface Trio {
  domain: string;
  ticker: string;
  pubkey: string;
}

const MIN_TICKER = 3;
/** AMP's official text allows 5 characters, fewer than the registry and its test service do. */
const MAX_TICKER = 5;
const MAX_LONG_TICKER = 24;

/** Checks what the shape alone cannot say. @throws AmpRefusal with the messages per field */
export async function checkIssueRequest(
  request: IssueRequest,
  ledger: Ledger,
  { longTickers }: Pick<Switches, "longTickers">,
): Promise<void> {
  const { ticker } = request;
  const fields: FieldErrors = {
    ...(await trioErrors(request)),
    ...(await addressErrors(ledger, "destination_address", request.destinationAddress)),
    ...(request.isReissuable ? await tokenErrors(request, ledger) : {}),
  };
  const most = longTickers ? MAX_LONG_TICKER : MAX_TICKER;
  if (ticker && ticker.length > most)
    fields.ticker = [`Ensure this field has ${MIN_TICKER} to ${most} characters.`];
  if (Object.keys(fields).length > 0) throw invalid(fields);
}

async function trioErrors({ domain, ticker, pubkey }: IssueRequest): Promise<FieldErrors> {
  const trio = { domain, ticker, pubkey };
  const missing = Object.entries(trio).filter(([, value]) => !value);
  if (missing.length === 3) return {};
  const fields = Object.fromEntries(
    missing.map(([name]) => [name, ["Give domain, ticker and pubkey together or none of them."]]),
  );
  if (domain && (domainProblem(domain) || domain.startsWith("www.")))
    fields.domain = ["Enter a bare host name without scheme and www."];
  if (pubkey && !(await loadZkp()).ecc.isPoint(fromHex(pubkey)))
    fields.pubkey = ["The key is not a point of the curve."];
  return fields;
}

async function addressErrors(ledger: Ledger, field: string, address: string): Promise<FieldErrors> {
  const problem = await treasuryAddressProblem(ledger, address);
  return problem ? { [field]: [problem] } : {};
}

async function tokenErrors(request: IssueRequest, ledger: Ledger): Promise<FieldErrors> {
  const { reissuanceAmount, reissuanceAddress, destinationAddress } = request;
  const fields: FieldErrors = {};
  if (!reissuanceAmount) fields.reissuance_amount = ["Ensure this value is greater than or equal to 1."];
  if (!reissuanceAddress) fields.reissuance_address = ["This field is required."];
  else if (reissuanceAddress === destinationAddress)
    fields.reissuance_address = ["The reissuance address must differ from the destination address."];
  else Object.assign(fields, await addressErrors(ledger, "reissuance_address", reissuanceAddress));
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
