import {
  type IdentityEndpoint,
  type IdentityEndpointName,
  identityEndpointList,
} from "@/lib/contracts/identity/endpoints";
import { decodeSegments, matchSegments, splitPath } from "@/lib/http-paths";
import { frameworkError } from "./errors";

export interface Match {
  name: IdentityEndpointName;
  endpoint: IdentityEndpoint;
  params: Record<string, string>;
}

const parameters = (path: string) => path.split("{").length;
const routes = [...identityEndpointList]
  // a literal segment wins over a parameter
  .sort((a, b) => parameters(a.path) - parameters(b.path))
  .map((endpoint) => ({ endpoint, name: endpoint.name, segments: splitPath(endpoint.path) }));

/**
 * The endpoint of a request, with and without a trailing slash. HEAD asks what GET would answer.
 * @throws Refusal 404 for an unknown path, 405 for a method it does not have
 */
export function findEndpoint(method: string, path: string, takesOurs: boolean): Match {
  const segments = decodeSegments(splitPath(path));
  const found = routes
    .filter(({ endpoint }) => takesOurs || !endpoint.isOurs)
    .flatMap((route) => {
      const params = matchSegments(route.segments, segments, (_, value) => value !== "");
      return params ? [{ ...route, params }] : [];
    });
  const wanted = method === "HEAD" ? "GET" : method;
  const match = found.find(({ endpoint }) => endpoint.method === wanted);
  if (match) return match;
  if (found.length === 0) throw frameworkError(404);
  throw frameworkError(405, { Allow: [...new Set(found.map(({ endpoint }) => endpoint.method))].join(", ") });
}
