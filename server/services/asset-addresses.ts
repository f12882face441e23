import type { Actor } from "@/lib/domain/actor";
import { type AddedAddresses, MAX_ADDRESSES } from "@/lib/domain/asset-settings";
import { typedList } from "@/lib/domain/typed-list";
import { AppError, isUnclear } from "@/lib/errors";
import { shortenMiddle } from "@/lib/format/ids";
import { assetSettingsText } from "@/lib/messages/asset-settings";
import { audited } from "@/server/audit/audited";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { requireEnvironment } from "@/server/platform/environments";
import { foreignAddresses } from "@/server/treasury/own-addresses";
import { addressProblem } from "./issuance";

const { addresses: text } = assetSettingsText;

/** AMP: GET /assets/{a}/treasury-addresses */
export async function listTreasuryAddresses(actor: Actor, assetUuid: string): Promise<string[]> {
  await authorize(actor, "asset:settings", assetUuid);
  return (await ampAs(actor)).call("listTreasuryAddresses", { path: { assetUuid } });
}

/**
 * Tells AMP of plain addresses that belong to the issuer; those it knows are left out, so repeating does no harm.
 * An address that the treasury's node does not know for its own needs a person's word.
 * AMP: GET /assets/{a}/treasury-addresses, POST /assets/{a}/treasury-addresses/add, and after an answer that was lost the
 * former again; RPC getaddressinfo
 * @returns none added where AMP knows them all
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
  const list = () => amp.call("listTreasuryAddresses", { path });
  const known = new Set(await list());
  const addresses = wanted.filter((address) => !known.has(address));
  if (addresses.length === 0) return { added: 0, foreign: [] };
  const foreign = input.acceptForeign
    ? []
    : ((await foreignAddresses(actor.workspaceId, addresses)) ?? addresses);
  if (foreign.length > 0) return { added: 0, foreign };
  await audited(
    actor,
    { action: "asset.treasury-addresses-added", assetUuid, detail: { count: addresses.length, addresses } },
    () =>
      amp
        .call("addTreasuryAddresses", { path, body: addresses })
        .catch((error: unknown) =>
          unlessSo(error, list, (now) => addresses.every((address) => now.includes(address))),
        ),
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
 * One that AMP does not list, or lists no more, is as it should be.
 * AMP: GET /assets/{a}/treasury-addresses, DELETE /assets/{a}/treasury-addresses/delete; after an answer that was lost
 * the former again
 */
export async function deleteTreasuryAddress(
  actor: Actor,
  input: { assetUuid: string; address: string },
): Promise<void> {
  const { assetUuid, address } = input;
  await authorize(actor, "asset:settings", assetUuid);
  const amp = await ampAs(actor);
  const path = { assetUuid };
  const list = () => amp.call("listTreasuryAddresses", { path });
  if (!(await list()).includes(address)) return;
  await audited(
    actor,
    { action: "asset.treasury-address-deleted", assetUuid, detail: { addresses: [address] } },
    () =>
      amp
        .call("deleteTreasuryAddresses", { path, body: [address] })
        .catch((error: unknown) => unlessSo(error, list, (now) => !now.includes(address))),
  );
}

/** After an answer that was lost AMP's list tells; every other error stands. */
async function unlessSo(
  error: unknown,
  list: () => Promise<readonly string[]>,
  isSo: (now: readonly string[]) => boolean,
): Promise<void> {
  const now = isUnclear(error) ? await list().catch(() => null) : null;
  if (now === null || !isSo(now)) throw error;
}
