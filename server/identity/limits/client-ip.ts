import { isIPv6 } from "node:net";

/**
 * Who calls, as far as it can be told: behind `trustedProxies` proxies the address that the outermost of them wrote into
 * X-Forwarded-For. Next hands over no connection but writes its address there when nobody did, so within the desk the
 * last entry stands for the connection.
 * @param peer the connection's other end; undefined within the desk
 * @returns null when nothing is known
 */
export function clientIp(request: Request, peer: string | undefined, trustedProxies: number): string | null {
  const forwarded = (request.headers.get("x-forwarded-for") ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);
  const chain = peer === undefined ? forwarded : [...forwarded, peer];
  const hops = peer === undefined ? Math.max(trustedProxies - 1, 0) : trustedProxies;
  const ip = chain[Math.max(chain.length - 1 - hops, 0)];
  return ip === undefined ? null : networkOf(ip);
}

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** An IPv6 caller has a whole /64 to choose from, so that is what counts. */
function networkOf(ip: string): string {
  const v4 = MAPPED.exec(ip)?.[1];
  if (v4) return v4;
  if (!isIPv6(ip)) return ip;
  const [head = "", tail] = ip.toLowerCase().split("%")[0]?.split("::") ?? [];
  const groupsOf = (part: string) => part.split(":").filter(Boolean);
  const [before, after] = [groupsOf(head), groupsOf(tail ?? "")];
  const missing = tail === undefined ? 0 : Math.max(8 - before.length - after.length, 0);
  const groups = [...before, ...Array<string>(missing).fill("0"), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => group.padStart(4, "0"))
    .join(":")}::/64`;
}
