import { networkFacts } from "../ledger/networks";
import type { Unit, World } from "../world";
import type { Call } from "./json-rpc";
import type { Method } from "./method";
import { methods } from "./methods";
import { Params } from "./params";
import { RpcError } from "./port";
import { usageOf } from "./usage";
import { selectWallet } from "./wallets";

/** Carries out one call. @throws RpcError */
export async function dispatch(world: World, wallet: string | null, call: Call): Promise<unknown> {
  const method = methods.get(call.method);
  if (!method) throw new RpcError(-32601, "Method not found");
  const usage = usageOf(call.method, method);
  const values = positional(method, call.params);
  if (values.length > method.params.length) throw new RpcError(-1, usage);
  const params = new Params(values, method.params, usage);
  const work = async (unit: Unit) => {
    const context = { ...unit, world, facts: networkFacts(world.env.network) };
    if (method.scope === "node") return method.run({ ...context, walletName: wallet }, params);
    return method.run({ ...context, wallet: await selectWallet(unit.db, wallet) }, params);
  };
  return method.writes ? world.write(work) : world.read(work);
}

/** Named arguments in the order of their positions; `args` among them holds the first ones by position. */
function positional(method: Method, given: Call["params"]): unknown[] {
  if (Array.isArray(given)) return given;
  const { args = [], ...named } = given;
  if (!Array.isArray(args)) throw new RpcError(-8, "Parameter args must be an array");
  for (const name of Object.keys(named)) {
    const position = method.params.indexOf(name);
    if (position < 0) throw new RpcError(-8, `Unknown named parameter ${name}`);
    if (position < args.length) {
      throw new RpcError(-8, `Parameter ${name} specified twice both as positional and named argument`);
    }
  }
  const rest = method.params.slice(args.length).map((name) => named[name]);
  return [...args, ...rest];
}
