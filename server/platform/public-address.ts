import { BlockList, isIP } from "node:net";

/** Networks of IPv4 that no public web site is in (IANA's registry of special-purpose addresses). */
const SPECIAL_IPV4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];
/** Within 2000::/3: protocols, documentation, and addresses that hide an IPv4 one. */
const SPECIAL_IPV6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];
const GLOBAL_IPV6 = ["2000::/3"];

const special = listOf(SPECIAL_IPV4, "ipv4", listOf(SPECIAL_IPV6, "ipv6"));
const global = listOf(GLOBAL_IPV6, "ipv6");

/** Whether an address is one of the public internet, neither of this machine nor of a network around it. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !special.check(address, "ipv4");
  // Everything outside 2000::/3 is local, mapped, translated or multicast.
  return version === 6 && global.check(address, "ipv6") && !special.check(address, "ipv6");
}

function listOf(networks: string[], family: "ipv4" | "ipv6", list = new BlockList()): BlockList {
  for (const network of networks) {
    const [address = "", bits = ""] = network.split("/");
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}
