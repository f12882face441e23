import { parseExactJson } from "@/lib/exact-json";
import { type ContractJson, canonicalText, readFields } from "./contract";
import type { EntryRow } from "./store";

/** The contract is stored as its canonical text: a JSON column would round numbers and refuse some characters. */
export const storedContract = (contract: ContractJson) => ({ text: canonicalText(contract) });

export const contractOf = ({ contract }: EntryRow): ContractJson =>
  parseExactJson((contract as ReturnType<typeof storedContract>).text) as ContractJson;

/** An entry as the registry publishes it: what was checked, then the contract's fields once more, flat. */
export function viewEntry(row: EntryRow): object {
  const contract = contractOf(row);
  const { version, issuerPubkey, name, ticker, collection, precision, domain } = readFields(contract);
  return {
    asset_id: row.assetId,
    contract,
    issuance_txin: { txid: row.issuanceTxid, vin: row.issuanceVin },
    issuance_prevout: { txid: row.prevoutTxid, vout: row.prevoutVout },
    domain_verification_method: row.verificationMethod ?? "http",
    version,
    issuer_pubkey: issuerPubkey,
    name,
    ticker,
    ...(collection === null ? {} : { collection }),
    precision,
    entity: { domain },
  };
}

/** Every asset in full, by id. */
export const fullIndex = (rows: EntryRow[]): object =>
  Object.fromEntries(rows.map((row) => [row.assetId, viewEntry(row)]));

/** What a wallet needs to show an amount, by id: domain, ticker, name, precision. */
export const minimalIndex = (rows: EntryRow[]): object =>
  Object.fromEntries(
    rows.map((row) => {
      const { domain, ticker, name, precision } = readFields(contractOf(row));
      return [row.assetId, [domain, ticker, name, precision]];
    }),
  );
