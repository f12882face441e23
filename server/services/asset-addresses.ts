import type { Actor } from "@/lib/domain/actor";
import { type AddedAddresses, MAX_ADDRESSES } from "@/lib/domain/asset-settings";
import { typedList } from "@/lib/domain/typed-list";
import { AppError } from "@/lib/errors";
import { shortenMiddle } from "@/lib/format/ids";
import { assetSettingsText } from "@/lib/messages/asset-settings";
import { audited } from "@/server/audit/audited";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { requireEnvironment } from "@/server/platform/environments";
import { foreignAddresses } from "@/server/treasury/own-addresses";
import { addressProblem } from "./issuance";

const { addresses: text } = assetSettingsText;

/**
 * Tells AMP of plain addresses that belong to the issuer; those it knows are left out, so repeating does no harm.
 * An address that the treasury's node does not know for its own needs a person's word.
 * AMP: GET /assets/{a}/treasury-addresses, POST /assets/{a}/treasury-addresses/add; RPC getaddressinfo
 * @throws AppError INVALID_INPUT under `addresses`
 */
export async function addTreasuryAddresses(
  actor: Actor,
  input: { assetUuid: string; addresses: string; acceptForeign: boolean },
): Promise<AddedAddresses> {
  const { assetUuid } = input;
  await authorize(actor, "asset:settings", assetUuid);
  const wanted = typedList(input.addresses);
  refuse(problemsOf(wanted, requireEnvironment(actor.environment).network));
  const amp = await ampAs(actor);
  const path = { assetUuid };
  const known = new Set(await amp.call("listTreasuryAddresses", { path }));
  const addresses = wanted.filter((address) => !known.has(address));
  if (addresses.length === 0) refuse([text.known]);
  const foreign = input.acceptForeign
    ? []
    : ((await foreignAddresses(actor.workspaceId, addresses)) ?? addresses);
  if (foreign.length > 0) return { added: 0, foreign };
  await audited(
    actor,
    { action: "asset.treasury-addresses-added", assetUuid, detail: { count: addresses.length, addresses } },
    () => amp.call("addTreasuryAddresses", { path, body: addresses }),
  );
  return { added: addresses.length, foreign: [] };
}

function problemsOf(wanted: string[], network: "liquid" | "testnet" | "regtest"): string[] {
  if (wanted.length === 0) return [text.empty];
  if (wanted.length > MAX_ADDRESSES) return [text.tooMany(MAX_ADDRESSES)];
  return wanted.flatMap((address) => {
    const problem = addressProblem(address, network);
    return problem === null ? [] : [text.problem(shortenMiddle(address), problem)];
  });
}

function refuse(problems: string[]): void {
  const [first] = problems;
  if (first !== undefined) throw new AppError("INVALID_INPUT", first, { fields: { addresses: problems } });
}

/**
 * AMP: GET /assets/{a}/treasury-addresses, DELETE /assets/{a}/treasury-addresses/delete
 * @throws AppError CONFLICT for an address that is not in AMP's list
 */
export async function deleteTreasuryAddress(
  actor: Actor,
  input: { assetUuid: string; address: string },
): Promise<void> {
  const { assetUuid, address } = input;
  await authorize(actor, "asset:settings", assetUuid);
  const amp = await ampAs(actor);
  const path = { assetUuid };
  const known = await amp.call("listTreasuryAddresses", { path });
  if (!known.includes(address)) throw new AppError("CONFLICT", text.gone);
  await audited(
    actor,
    { action: "asset.treasury-address-deleted", assetUuid, detail: { addresses: [address] } },
    () => amp.call("deleteTreasuryAddresses", { path, body: [address] }),
  );
}
