import { type Endpoint, type EndpointMethod, endpointList } from "@/lib/contracts/amp/endpoints";
import { decodeSegments, matchSegments, splitPath } from "@/lib/http-paths";
import { TYPED_UUID } from "@/lib/uuid";
import type { Switches, SwitchName } from "../switches";
import { userCategoryEndpoints } from "./user-categories";

export interface Match {
  name: string;
  endpoint: Endpoint;
  params: Record<string, string>;
}

/** A path that exists, asked with a method it does not have. */
export interface WrongMethod {
  allowed: EndpointMethod[];
  /** Whether the path is open to everybody. */
  isOpen: boolean;
}

interface Route {
  method: EndpointMethod;
  path: string;
  endpoint: Endpoint;
  /** The route exists while this switch is on. */
  onlyWith?: SwitchName;
  /** It is missing while this one is on. */
  notWith?: SwitchName;
}

const ID = /^\d{1,9}$/;
const PARAMETERS: Record<string, RegExp> = {
  assetUuid: TYPED_UUID,
  distributionUuid: TYPED_UUID,
  registeredUserId: ID,
  categoryId: ID,
  assignmentId: ID,
  managerId: ID,
  height: ID,
  txid: /^[0-9a-f]{64}$/,
  /** Well-formed or not: a validation answers to anything. */
  gaid: /./s,
};

const byName = (name: string) => endpointList.find((endpoint) => endpoint.name === name) as Endpoint;

const todays: Route[] = endpointList.map((endpoint) => ({
  ...endpoint,
  endpoint,
  ...(endpoint.otherMethod ? { notWith: "postOnly" as const } : {}),
}));

/** Forms that sources disagree on; the sandbox takes both. */
const alsoAttested: Route[] = [
  ...endpointList.flatMap((endpoint) =>
    endpoint.otherMethod ? [{ ...endpoint, method: endpoint.otherMethod, endpoint }] : [],
  ),
  { method: "GET", path: "/assets/{assetUuid}/ownerships/{height}", endpoint: byName("listOwnerships") },
];

const INVESTORS: [RegExp, string][] = [
  [/\/registered_users\b/, "/investors"],
  [/\/registered_user\b/, "/investor"],
];

/** Names from before 0.1.7, which was to keep them for a limited time. */
const older: Route[] = todays
  .map((route) => ({
    ...route,
    path: INVESTORS.reduce((path, [name, was]) => path.replace(name, was), route.path),
    onlyWith: "olderPaths" as const,
  }))
  .filter((route) => route.path !== route.endpoint.path);

const official: Route[] = userCategoryEndpoints.map((endpoint) => ({
  ...endpoint,
  endpoint,
  onlyWith: "managerCategoryPaths",
}));

const parameters = ({ path }: Route) => path.split("{").length;
const routes = [...todays, ...alsoAttested, ...older, ...official]
  // a literal segment wins over a parameter: /managers/me before /managers/{managerId}
  .sort((a, b) => parameters(a) - parameters(b))
  .map((route) => ({ ...route, segments: splitPath(route.path) }));

/** No source says whether the changelog needs a token, so it answers with and without. */
export const isOpen = ({ role, name }: Endpoint) => role === "public" || name === "getChangelog";

/** Finds the endpoint of a request, with and without a trailing slash; null when the path is unknown. */
export function matchRoute(
  method: string,
  path: string,
  switches: Partial<Switches> = {},
): Match | WrongMethod | null {
  const segments = decodeSegments(splitPath(path));
  const others: Endpoint[] = [];
  for (const route of routes) {
    if (route.onlyWith && !switches[route.onlyWith]) continue;
    if (route.notWith && switches[route.notWith]) continue;
    const params = matchSegments(route.segments, segments, isParameter);
    if (!params) continue;
    const { endpoint } = route;
    if (route.method === method) return { name: endpoint.name, endpoint, params };
    others.push({ ...endpoint, method: route.method });
  }
  if (others.length === 0) return null;
  return { allowed: [...new Set(others.map((other) => other.method))], isOpen: others.some(isOpen) };
}

const isParameter = (name: string, value: string) => PARAMETERS[name]?.test(value) ?? false;
