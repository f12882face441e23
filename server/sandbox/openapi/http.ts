import { ampDocument } from "./amp-document";
import { controlDocument } from "./control-document";
import { pageFile, pageResponse } from "./page";
import { registryDocument } from "./registry-document";
import { veriffDocument } from "./veriff-document";

interface Description {
  info: { title: string };
  servers: { url: string; description: string }[];
}

/** Every description by the prefix of what it describes; made at first use. */
const descriptions: Record<string, () => Description> = {
  "/api": once(ampDocument),
  "/control": once(controlDocument),
  "/registry": once(registryDocument),
  "/veriff": once(veriffDocument),
};

/** The addresses of the descriptions and of their pages, for whoever looks around. */
export const describedAt = Object.keys(descriptions).flatMap((prefix) => [
  `${prefix}/docs`,
  `${prefix}/openapi.json`,
]);

/**
 * GET <prefix>/openapi.json and <prefix>/docs of AMP, the control calls, the registry and the stand-in for Veriff. They need no token and are no
 * calls of those APIs: nothing logs them.
 * @returns null for every other request
 */
export async function answerDescription(request: Request): Promise<Response | null> {
  const { pathname, origin } = new URL(request.url);
  const [, prefix = "", path = ""] = /^(\/[a-z]+)\/(openapi\.json|docs(?:\/.*)?)$/.exec(pathname) ?? [];
  const description = descriptions[prefix];
  if (!description) return null;
  if (request.method !== "GET" && request.method !== "HEAD")
    return Response.json({ detail: `Method "${request.method}" not allowed.` }, { status: 405 });
  if (path === "openapi.json") return document(description(), origin + prefix);
  if (path === "docs") return pageResponse(description().info.title);
  if (path === "docs/") return new Response(null, { status: 308, headers: { location: `${prefix}/docs` } });
  return (await pageFile(path.slice("docs/".length))) ?? new Response("Not Found", { status: 404 });
}

/** Readable from every page, so that other tools can load it. */
function document(description: Description, address: string): Response {
  const servers = [{ url: address, description: "This sandbox" }, ...description.servers];
  return Response.json({ ...description, servers }, { headers: { "access-control-allow-origin": "*" } });
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
