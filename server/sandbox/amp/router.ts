import { type Endpoint, type EndpointName, endpointList } from "@/lib/contracts/amp/endpoints";

export interface Match {
  name: EndpointName;
  endpoint: Endpoint;
  params: Record<string, string>;
}

interface Route {
  method: string;
  segments: string[];
  endpoint: Endpoint;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const PARAMETERS: Record<string, RegExp> = {
  assetUuid: UUID,
  distributionUuid: UUID,
  registeredUserId: /^\d{1,9}$/,
  categoryId: /^\d{1,9}$/,
  assignmentId: /^\d{1,9}$/,
  managerId: /^\d{1,9}$/,
  height: /^\d{1,9}$/,
};

/** GAIDs and transaction ids, well-formed or not. */
const PLAIN = /^[A-Za-z0-9]{1,200}$/;

/** Forms that sources disagree on; the sandbox takes both. */
const ALSO: [EndpointName, string, string][] = [
  ["refreshToken", "POST", "/user/refresh-token"],
  ["removeManagerAsset", "POST", "/managers/{managerId}/assets/{assetUuid}/remove"],
  ["listOwnerships", "GET", "/assets/{assetUuid}/ownerships/{height}"],
];

const split = (path: string) => path.split("/").filter((segment) => segment !== "");

const byName = (name: string) => endpointList.find((endpoint) => endpoint.name === name) as Endpoint;
const routes: Route[] = [
  ...endpointList.map((endpoint) => [endpoint, endpoint.method, endpoint.path] as const),
  ...ALSO.map(([name, method, path]) => [byName(name), method, path] as const),
]
  .map(([endpoint, method, path]) => ({ endpoint, method, segments: split(path) }))
  // a literal segment wins over a parameter: /managers/me before /managers/{managerId}
  .sort((a, b) => parameters(a) - parameters(b));

function parameters(route: Route): number {
  return route.segments.filter((segment) => segment.startsWith("{")).length;
}

/** @returns the endpoint; "method" when only the method is wrong; null when the path is unknown */
export function matchRoute(method: string, path: string): Match | "method" | null {
  const segments = split(path);
  let known = false;
  for (const route of routes) {
    const params = matchSegments(route.segments, segments);
    if (!params) continue;
    if (route.method === method)
      return { name: route.endpoint.name as EndpointName, endpoint: route.endpoint, params };
    known = true;
  }
  return known ? "method" : null;
}

function matchSegments(pattern: string[], segments: string[]): Record<string, string> | null {
  if (pattern.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const actual = segments[index] as string;
    if (!expected.startsWith("{")) {
      if (expected !== actual) return null;
      continue;
    }
    const name = expected.slice(1, -1);
    if (!(PARAMETERS[name] ?? PLAIN).test(actual)) return null;
    params[name] = actual;
  }
  return params;
}
