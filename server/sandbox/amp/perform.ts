import { type EndpointName, endpoints } from "@/lib/contracts/amp/endpoints";
import { LedgerError } from "../ledger/port";
import type { LiveEnv, Unit } from "../world";
import type { Account } from "./accounts";
import { findAsset, isGranted } from "./asset-store";
import type { Call, Handler } from "./call";
import { handlers } from "./handlers";
import { forbidden, notBuilt, notFound, refused } from "./refusal";

export interface Request<K extends EndpointName> {
  account: Account;
  params?: Record<string, string>;
  body?: Call<K>["body"];
  query?: Call<K>["query"];
}

/**
 * Carries out one endpoint for one account inside one unit of work: role, asset, rules. HTTP and the seeds come
 * through here alike.
 * @throws AmpRefusal with AMP's status and body
 */
export async function perform<K extends EndpointName>(
  unit: Unit,
  env: LiveEnv,
  name: K,
  { account, params = {}, body, query }: Request<K>,
): Promise<Awaited<ReturnType<Handler<K>>>> {
  checkRole(name, account);
  const asset = await reachableAsset(unit, name, account, params);
  const handler = handlers[name] as Handler<K> | undefined;
  if (!handler) throw notBuilt();
  const call = { unit, env, account, params, asset, body, query } as Call<K>;
  try {
    return await handler(call);
  } catch (error) {
    throw error instanceof LedgerError ? refused(error.message) : error;
  }
}

/** @throws AmpRefusal 403 */
export function checkRole(name: EndpointName, account: Account): void {
  const { role } = endpoints[name];
  if (account.role === "manager" && role === "issuer") throw forbidden();
  if (account.role === "issuer" && role === "manager-self") throw forbidden();
}

async function reachableAsset(
  unit: Unit,
  name: EndpointName,
  account: Account,
  params: Record<string, string>,
) {
  if (params.assetUuid === undefined) return undefined;
  const asset = await findAsset(unit.db, account.issuerId, params.assetUuid);
  if (!asset) throw notFound();
  const { role } = endpoints[name];
  if (
    account.role === "manager" &&
    role === "manager-attached" &&
    !(await isGranted(unit.db, account.id, asset.uuid))
  )
    throw notFound();
  return asset;
}
