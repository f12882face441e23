import { type Endpoint, type EndpointName, endpoints } from "@/lib/contracts/amp/endpoints";
import { LedgerError } from "../ledger/port";
import type { Switches } from "../switches";
import type { LiveEnv, Unit } from "../world";
import type { Account } from "./accounts";
import { findAsset, isGranted } from "./asset-store";
import type { Call, Handler } from "./call";
import { handlers } from "./handlers";
import { forbidden, notFound, refused } from "./refusal";
import { userCategoryHandlers } from "./user-categories";

export interface Request<K extends EndpointName> {
  account: Account;
  params?: Record<string, string>;
  body?: Call<K>["body"];
  query?: Call<K>["query"];
}

/**
 * Carries out one endpoint for one account inside one unit of work: role, asset, rules. The seeds come through here.
 * @throws AmpRefusal with AMP's status and body
 */
export async function perform<K extends EndpointName>(
  unit: Unit,
  env: LiveEnv,
  name: K,
  { account, params = {}, body, query }: Request<K>,
): Promise<Awaited<ReturnType<Handler<K>>>> {
  const { role } = endpoints[name];
  const asked = { account, params, decode: () => ({ body, query }) };
  return (await carryOut(unit, env, { name, role }, asked)) as Awaited<ReturnType<Handler<K>>>;
}

type Route = Pick<Endpoint, "name" | "role">;

interface Asked {
  account: Account;
  params: Record<string, string>;
  /** Called once the asset is known to be within reach: what is not the caller's is 404, whatever was sent. */
  decode: () => { body: unknown; query: unknown };
}

type AnyHandler = (call: unknown) => Promise<unknown>;
const anyHandlers = { ...handlers, ...userCategoryHandlers } as Record<string, AnyHandler>;

/** What HTTP and the seeds have in common; `others` stand in for the handlers of their names. @throws AmpRefusal */
export async function carryOut(
  unit: Unit,
  env: LiveEnv,
  route: Route,
  asked: Asked,
  others: object = {},
): Promise<unknown> {
  const { account, params, decode } = asked;
  checkRole(route, account, env.switches);
  const asset = await reachableAsset(unit, route, asked);
  const handler = (others as typeof anyHandlers)[route.name] ?? anyHandlers[route.name];
  if (!handler) throw new Error(`The endpoint ${route.name} has no handler.`);
  try {
    return await handler({ unit, env, account, params, asset, ...decode() });
  } catch (error) {
    throw error instanceof LedgerError ? refused(error.message) : error;
  }
}

/**
 * A manager has the paths of its official list; two more are open to any user by one source and not in that list.
 * @throws AmpRefusal 403
 */
export function checkRole(
  { role }: Pick<Endpoint, "role">,
  account: Account,
  { managersOwnToken }: Pick<Switches, "managersOwnToken">,
): void {
  const isIssuers = role === "issuer" || (role === "any" && !managersOwnToken);
  if (account.role === "manager" && isIssuers) throw forbidden();
  if (account.role === "issuer" && role === "manager-self") throw forbidden();
}

async function reachableAsset({ db }: Unit, { role }: Route, { account, params }: Asked) {
  if (params.assetUuid === undefined) return undefined;
  const asset = await findAsset(db, account.issuerId, params.assetUuid);
  if (!asset) throw notFound();
  const isBound = account.role === "manager" && role === "manager-attached";
  if (isBound && !(await isGranted(db, account.id, asset.uuid))) throw notFound();
  return asset;
}
