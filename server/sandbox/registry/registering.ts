import { issuance as rule } from "liquidjs-lib";
import { now } from "@/server/platform/clock";
import { bytesToId, idToBytes } from "../ledger/bytes";
import type { OutpointRef } from "../ledger/port";
import { listIssuances } from "../ledger/store";
import { loadZkp } from "../ledger/zkp";
import type { Unit, World } from "../world";
import { type AssetFields, type ContractJson, contractHash, readFields } from "./contract";
import { checkDomain, type VerificationMethod } from "./domain-proof";
import { storedContract } from "./entry";
import { fieldProblem } from "./field-rules";
import { refuse } from "./refusal";
import { type EntryRow, findEntry, insertEntry, isTickerTaken } from "./store";

/** What somebody asks the registry to publish. */
export interface RegistryRequest {
  assetId: string;
  contract: ContractJson;
  method: VerificationMethod;
}

/** Registers an asset: looks at the chain, fetches the domain's proof, looks again and stores. */
export async function registerAsset(world: World, request: RegistryRequest): Promise<EntryRow> {
  const fields = await world.read((unit) => verifyIssuance(unit, request));
  await checkDomain(world, claimOf(request, fields));
  return world.write((unit) => storeEntry(unit, request));
}

export const claimOf = ({ assetId, method }: RegistryRequest, { domain, ticker }: AssetFields) => ({
  domain,
  assetId,
  ticker,
  method,
});

/**
 * Checks all that can be checked without asking the domain.
 * @throws RegistryRefusal with the first thing that is wrong
 */
export async function verifyIssuance(unit: Unit, request: RegistryRequest): Promise<AssetFields> {
  return (await readIssuance(unit, request)).fields;
}

/**
 * Stores a request whose domain has proved itself meanwhile; the rest is checked again.
 * @throws RegistryRefusal
 */
export async function storeEntry(unit: Unit, request: RegistryRequest): Promise<EntryRow> {
  const { fields, txid, vin, prevout } = await readIssuance(unit, request);
  if (await findEntry(unit.db, request.assetId)) throw refuse("updates are not allowed");
  if (fields.ticker !== null && (await isTickerTaken(unit.db, fields.domain, fields.ticker)))
    throw refuse("another asset is already registered with this entity/ticker");
  return insertEntry(unit.db, {
    assetId: request.assetId,
    domain: fields.domain,
    ticker: fields.ticker,
    contract: storedContract(request.contract),
    issuanceTxid: txid,
    issuanceVin: vin,
    prevoutTxid: prevout.txid,
    prevoutVout: prevout.vout,
    verificationMethod: request.method,
    createdAt: now(),
  });
}

async function readIssuance({ db, ledger }: Unit, { assetId, contract }: RegistryRequest) {
  const issuance = (await listIssuances(db, assetId)).find(({ isReissuance }) => !isReissuance);
  const transaction = issuance && (await ledger.transaction(issuance.txid));
  const prevout = transaction?.inputs.find(({ vin }) => vin === issuance?.vin)?.prevout;
  if (!issuance || !transaction || !prevout) throw refuse("asset id not found");
  const fields = readFields(contract);
  if (committedAssetId(prevout, contract) !== assetId)
    throw refuse("failed verifying issuance commitment", "invalid asset commitment");
  const problem = fieldProblem(await loadZkp(), fields);
  if (problem) throw refuse("failed verifying asset fields", problem);
  if (transaction.confirmations < 1)
    throw refuse("failed verifying on-chain issuance", "issuance transaction unconfirmed");
  return { fields, txid: issuance.txid, vin: issuance.vin, prevout };
}

/** The asset id that spending `prevout` with this contract issues, whatever the chain says. */
function committedAssetId({ txid, vout }: OutpointRef, contract: ContractJson): string {
  const entropy = rule.generateEntropy({ txHash: idToBytes(txid), vout }, idToBytes(contractHash(contract)));
  return bytesToId(rule.calculateAsset(entropy));
}
