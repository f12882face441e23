import type { Asset, IssueRequest } from "@/lib/contracts/amp/assets";
import type { Actor } from "@/lib/domain/actor";
import {
  type IssueDoubt,
  type IssueDraft,
  type IssueField,
  issueAmountSats,
  issueProblems,
  issueTokens,
  TWINS_TOLD,
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

type Issued = { assetUuid: string; doubt: null } | { assetUuid: null; doubt: IssueDoubt };

interface Issuing {
  intentId: string;
  draft: IssueDraft;
  /** What a person answers for: addresses, because the node does not, and assets of the same name or ticker. */
  accepted: string[];
}

/**
 * Issues an asset, once per form. AMP: POST /assets/issue. Before it, and after an answer that was lost or not
 * understood, it looks whether the asset exists: a fresh destination address belongs to no other one.
 * Addresses that the treasury's node does not know for its own need a person's word, and so does a name or ticker that
 * an asset has already. RPC getaddressinfo
 * @throws AppError INVALID_INPUT with fields, CONFLICT when it was issued before, REJECTED, UNAVAILABLE
 */
export async function issueAsset(actor: Actor, input: Issuing): Promise<Issued> {
  await authorize(actor, "asset:issue");
  const request = toRequest(input.draft, requireEnvironment(actor.environment).network);
  const amp = await ampAs(actor);
  const doubt =
    (await addressDoubt(actor.workspaceId, request, input.accepted)) ??
    (await twinDoubt(amp, request, input.accepted));
  if (doubt) return { assetUuid: null, doubt };
  return { assetUuid: await issueOnce(actor, amp, input, request), doubt: null };
}

async function addressDoubt(
  workspaceId: string,
  { destinationAddress, reissuanceAddress }: IssueRequest,
  accepted: string[],
): Promise<IssueDoubt | null> {
  const addresses = [destinationAddress, reissuanceAddress].filter(
    (address): address is string => !!address && !accepted.includes(address),
  );
  if (addresses.length === 0) return null;
  const foreign = await foreignAddresses(workspaceId, addresses);
  if (foreign === null) return { reason: "unchecked", addresses };
  return foreign.length > 0 ? { reason: "foreign", addresses: foreign } : null;
}

/** After an answer that was lost, and with a fresh form, the same asset would be issued once more. AMP: GET /assets/ */
async function twinDoubt(
  amp: AmpClient,
  request: IssueRequest,
  accepted: string[],
): Promise<IssueDoubt | null> {
  const isTwin = ({ name, ticker }: Pick<Asset, "name" | "ticker">) =>
    isSame(name, request.name) || (ticker !== null && isSame(ticker, request.ticker ?? ""));
  const twins = (await amp.call("listAssets")).filter(isTwin);
  const told = twins.slice(0, TWINS_TOLD).map(({ assetUuid, name, ticker }) => ({ assetUuid, name, ticker }));
  if (told.every(({ assetUuid }) => accepted.includes(assetUuid))) return null;
  // What was issued to this very address is this draft's own asset, of which `issueOnce` tells.
  return (await issuedTo(amp, twins, request)) === null ? { reason: "twin", assets: told } : null;
}

const isSame = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

async function issueOnce(
  actor: Actor,
  amp: AmpClient,
  input: { intentId: string; draft: IssueDraft },
  request: IssueRequest,
): Promise<string> {
  const detail = {
    name: request.name,
    ticker: request.ticker ?? null,
    amountSats: request.amount,
    precision: request.precision,
  };
  const { assetUuid } = await once(
    { id: input.intentId, workspaceId: actor.workspaceId, action: "asset.issue", input: input.draft },
    async () => {
      if (await findIssued(amp, request)) throw new AppError("CONFLICT", assetsText.alreadyIssued);
      return audited(
        actor,
        { action: "asset.issued", detail },
        () => issueAtAmp(amp, request),
        ({ assetUuid }) => ({ assetUuid }),
      );
    },
  );
  return assetUuid;
}

async function issueAtAmp(amp: AmpClient, request: IssueRequest): Promise<{ assetUuid: string }> {
  try {
    const { assetUuid } = await amp.call("issueAsset", { body: request });
    return { assetUuid };
  } catch (error) {
    const found = isUnclear(error) ? await findIssued(amp, request).catch(() => null) : null;
    if (found) return { assetUuid: found };
    throw error;
  }
}

/** The asset with this name that was issued to this address. AMP: GET /assets/, GET /assets/{a}/treasury-addresses */
async function findIssued(amp: AmpClient, request: IssueRequest): Promise<string | null> {
  const assets = await amp.call("listAssets");
  return issuedTo(
    amp,
    assets.filter(({ name }) => name === request.name),
    request,
  );
}

async function issuedTo(
  amp: AmpClient,
  assets: readonly Pick<Asset, "assetUuid">[],
  { destinationAddress }: IssueRequest,
): Promise<string | null> {
  for (const { assetUuid } of assets) {
    const addresses = await amp.call("listTreasuryAddresses", { path: { assetUuid } });
    if (addresses.includes(destinationAddress)) return assetUuid;
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
  const amount = issueAmountSats(draft);
  const tokens = draft.isReissuable ? issueTokens(draft) : 0n;
  if (Object.keys(problems).length > 0 || typeof amount === "string" || tokens === null) {
    throw new AppError("INVALID_INPUT", assetsText.issueInvalid, { fields: problems });
  }
  return {
    name: draft.name.trim(),
    amount,
    destinationAddress: draft.destinationAddress.trim(),
    // Left out together: nothing says that AMP takes null.
    ...(draft.ticker === "" ? {} : { domain: draft.domain, ticker: draft.ticker, pubkey: draft.pubkey }),
    precision: draft.precision,
    isConfidential: draft.isConfidential,
    isReissuable: draft.isReissuable,
    reissuanceAmount: tokens,
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
