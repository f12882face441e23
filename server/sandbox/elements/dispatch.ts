import { z } from "zod";
import { networkFacts } from "../ledger/networks";
import type { Unit, World } from "../world";
import type { Method } from "./method";
import { methods } from "./methods";
import { Params } from "./params";
import { RpcError } from "./port";
import { selectWallet } from "./wallets";

const Call = z.object({
  method: z.string(),
  params: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]).nullish(),
  id: z.unknown().optional(),
});
export type Call = z.output<typeof Call>;

/** One call out of a parsed body; `undefined` stands for a body that is no JSON. */
export function readCall(payload: unknown): (Call & { id: unknown }) | RpcError {
  if (payload === undefined) return new RpcError(-32700, "Parse error");
  const parsed = Call.safeParse(payload);
  return parsed.success
    ? { ...parsed.data, id: parsed.data.id ?? null }
    : new RpcError(-32600, "Invalid Request object");
}

/** Carries out one call. @throws RpcError */
export async function dispatch(world: World, wallet: string | null, call: Call): Promise<unknown> {
  const method = methods.get(call.method);
  if (!method) throw new RpcError(-32601, "Method not found");
  const params = new Params(positional(method, call.params ?? []));
  const work = async (unit: Unit) => {
    const context = { ...unit, world, facts: networkFacts(world.env.network) };
    if (method.scope === "node") return method.run(context, params);
    return method.run({ ...context, wallet: await selectWallet(unit.db, wallet) }, params);
  };
  return method.writes ? world.write(work) : world.read(work);
}

function positional(method: Method, given: unknown[] | Record<string, unknown>): unknown[] {
  if (Array.isArray(given)) return given;
  const unknown = Object.keys(given).find((name) => !method.params.includes(name));
  if (unknown !== undefined) throw new RpcError(-8, `Unknown named parameter ${unknown}`);
  return method.params.map((name) => given[name]);
}
