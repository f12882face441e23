import type { IssueRequest } from "@/lib/contracts/amp/assets";
import type { Actor } from "@/lib/domain/actor";
import {
  type AddressDoubt,
  type IssueDraft,
  type IssueField,
  issueAmountSats,
  issueProblems,
} from "@/lib/domain/issue-draft";
import { type LiquidNetwork, networkOfAddress, readLiquidAddress } from "@/lib/domain/liquid-address";
import { AppError, type FieldErrors, isUnclear } from "@/lib/errors";
import { assetsText } from "@/lib/messages/assets";
import { nodeText } from "@/lib/messages/node";
import type { AmpClient } from "@/server/amp/client";
import { audited } from "@/server/audit/audited";
import { once } from "@/server/audit/intents";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { newAddress, readAddress } from "@/server/elements/wallet";
import { requireEnvironment } from "@/server/platform/environments";
import { nodeOf } from "@/server/treasury/node";
import { foreignAddresses } from "@/server/treasury/own-addresses";

interface IssuanceAddresses {
  destinationAddress: string;
  reissuanceAddress: string;
  /** Compressed public key of the destination address, for the registry. */
  pubkey: string;
}

/** Two fresh confidential addresses of the treasury node. RPC getnewaddress, getaddressinfo */
export async function newIssuanceAddresses(actor: Actor): Promise<IssuanceAddresses> {
  await authorize(actor, "asset:issue");
  const node = await nodeOf(actor.workspaceId);
  const destinationAddress = await newAddress(node);
  const reissuanceAddress = await newAddress(node);
  const { pubkey } = await readAddress(node, destinationAddress);
  if (!pubkey) throw new AppError("UNAVAILABLE", nodeText.noPubkey);
  return { destinationAddress, reissuanceAddress, pubkey };
}

type Issued = { assetUuid: string; doubt: null } | { assetUuid: null; doubt: AddressDoubt };

interface Issuing {
  intentId: string;
  draft: IssueDraft;
  /** Addresses that a person answers for, because the node does not. */
  accepted: string[];
}

/**
 * Issues an asset, once per form. AMP: POST /assets/issue. Before it, and after an answer that was lost or not
 * understood, it looks whether the asset exists: a fresh destination address belongs to no other one.
 * Addresses that the treasury's node does not know for its own need a person's word. RPC getaddressinfo
 * @throws AppError INVALID_INPUT with fields, CONFLICT when it was issued before, REJECTED, UNAVAILABLE
 */
export async function issueAsset(actor: Actor, input: Issuing): Promise<Issued> {
  await authorize(actor, "asset:issue");
  const request = toRequest(input.draft, requireEnvironment(actor.environment).network);
  const doubt = await addressDoubt(actor.workspaceId, request, input.accepted);
  if (doubt) return { assetUuid: null, doubt };
  return { assetUuid: await issueOnce(actor, input, request), doubt: null };
}

async function addressDoubt(
  workspaceId: string,
  { destinationAddress, reissuanceAddress }: IssueRequest,
  accepted: string[],
): Promise<AddressDoubt | null> {
  const addresses = [destinationAddress, reissuanceAddress].filter(
    (address): address is string => !!address && !accepted.includes(address),
  );
  if (addresses.length === 0) return null;
  const foreign = await foreignAddresses(workspaceId, addresses);
  if (foreign === null) return { reason: "unchecked", addresses };
  return foreign.length > 0 ? { reason: "foreign", addresses: foreign } : null;
}

async function issueOnce(
  actor: Actor,
  input: { intentId: string; draft: IssueDraft },
  request: IssueRequest,
): Promise<string> {
  const amp = await ampAs(actor);
  const detail = {
    name: request.name,
    ticker: request.ticker,
    amountSats: request.amount,
    precision: request.precision,
  };
  const { assetUuid } = await once(
    { id: input.intentId, workspaceId: actor.workspaceId, action: "asset.issue", input: input.draft },
    async () => {
      if (await findIssued(amp, request)) throw new AppError("CONFLICT", assetsText.alreadyIssued);
      return audited(actor, { action: "asset.issued", detail }, async () => {
        try {
          const issued = await amp.call("issueAsset", { body: request });
          return { assetUuid: issued.assetUuid };
        } catch (error) {
          const found = isUnclear(error) ? await findIssued(amp, request).catch(() => null) : null;
          if (found) return { assetUuid: found };
          throw error;
        }
      });
    },
  );
  return assetUuid;
}

/** The asset with this name that was issued to this address. AMP: GET /assets/, GET /assets/{a}/treasury-addresses */
async function findIssued(amp: AmpClient, request: IssueRequest): Promise<string | null> {
  const assets = await amp.call("listAssets");
  for (const asset of assets.filter((candidate) => candidate.name === request.name)) {
    const addresses = await amp.call("listTreasuryAddresses", { path: { assetUuid: asset.assetUuid } });
    if (addresses.includes(request.destinationAddress)) return asset.assetUuid;
  }
  return null;
}

function toRequest(draft: IssueDraft, network: LiquidNetwork): IssueRequest {
  const problems: FieldErrors = {};
  for (const [field, problem] of Object.entries(issueProblems(draft))) {
    problems[field] = [assetsText.issueProblems[problem]];
  }
  const places: IssueField[] = draft.isReissuable
    ? ["destinationAddress", "reissuanceAddress"]
    : ["destinationAddress"];
  for (const field of places) {
    const problem = problems[field] ? null : addressProblem(String(draft[field]).trim(), network);
    if (problem) problems[field] = [problem];
  }
  if (!problems.reissuanceAddress && isOnePlace(draft, network)) {
    problems.reissuanceAddress = [assetsText.issueProblems["addresses-equal"]];
  }
  const amount = issueAmountSats(draft.amount, draft.precision);
  if (Object.keys(problems).length > 0 || typeof amount === "string") {
    throw new AppError("INVALID_INPUT", assetsText.issueInvalid, { fields: problems });
  }
  const wantsRegistry = draft.ticker !== "";
  return {
    name: draft.name,
    amount,
    destinationAddress: draft.destinationAddress.trim(),
    domain: wantsRegistry ? draft.domain : null,
    ticker: wantsRegistry ? draft.ticker : null,
    pubkey: wantsRegistry ? draft.pubkey : null,
    precision: draft.precision,
    isConfidential: draft.isConfidential,
    isReissuable: draft.isReissuable,
    reissuanceAmount: draft.isReissuable ? BigInt(draft.reissuanceAmount) : 0n,
    reissuanceAddress: draft.isReissuable ? draft.reissuanceAddress.trim() : "",
    transferRestricted: draft.transferRestricted,
  };
}

/** Two texts are one place when their scripts are: another blinding key makes no other address. */
function isOnePlace(draft: IssueDraft, network: LiquidNetwork): boolean {
  const [asset, token] = [draft.destinationAddress, draft.reissuanceAddress].map((address) =>
    readLiquidAddress(address.trim(), network),
  );
  return draft.isReissuable && !!asset && asset.scriptHex === token?.scriptHex;
}

/** Why an address can take no asset of this network confidentially; null when it can. */
export function addressProblem(address: string, network: LiquidNetwork): string | null {
  const read = readLiquidAddress(address, network);
  if (!read) return networkOfAddress(address) ? assetsText.addressOtherNetwork : assetsText.addressInvalid;
  return read.blindingKey === null ? assetsText.addressUnconfidential : null;
}
