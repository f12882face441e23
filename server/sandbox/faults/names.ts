import { endpoints } from "@/lib/contracts/amp/endpoints";
import { parseExactJson } from "@/lib/exact-json";
import { matchRoute } from "../amp/router";
import { methods } from "../elements/methods";
import type { FaultSurface } from "./fault";
import { isPathTarget } from "./target";

/** The names that a target may use for this call. */
export function namesOf(surface: FaultSurface, method: string, path: string, body: Uint8Array | null) {
  if (surface === "node") return rpcMethods(body);
  const match = surface === "amp" ? matchRoute(method, path) : null;
  return match && "name" in match ? [match.name] : [];
}

/** The RPC methods of a body, several in a batch; none where it is no JSON. */
function rpcMethods(body: Uint8Array | null): string[] {
  try {
    const payload = parseExactJson(new TextDecoder().decode(body ?? undefined));
    return [payload]
      .flat()
      .map((call) => (call as { method?: unknown } | null)?.method)
      .filter((method) => typeof method === "string");
  } catch {
    return [];
  }
}

/** A sentence when no call can ever be the target, so that a slip is seen at once. */
export function problemOfTarget(surface: FaultSurface, target: string): string | null {
  if (target === "*") return null;
  if (surface === "node") return methods.has(target) ? null : `The node has no RPC method "${target}".`;
  if (isPathTarget(target) || (surface === "amp" && Object.hasOwn(endpoints, target))) return null;
  return surface === "amp"
    ? `"${target}" is neither an endpoint's name nor a path such as "PUT /lock".`
    : `"${target}" is no path such as "POST ${surface === "veriff" ? "/sessions" : ""}/".`;
}

/** Every name that `problemOfTarget` takes, in alphabetical order. */
export const knownTargets = (): { amp: string[]; node: string[] } => ({
  amp: Object.keys(endpoints).sort(),
  node: [...methods.keys()].sort(),
});
