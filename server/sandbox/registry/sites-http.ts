import type { World } from "../world";
import { TXT_RECORDS } from "./domain-proof";
import { findSiteFile } from "./sites-store";

/** /sites/<domain>/<path>: what the sandbox serves in place of issuers' web sites. Paths arrive without the prefix. */
export function sitesHandler({ database }: World): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== "GET" && request.method !== "HEAD") return text(405, "Method Not Allowed");
    const [domain = "", ...rest] = new URL(request.url).pathname.split("/").slice(1);
    const path = rest.join("/");
    const content = path === TXT_RECORDS ? null : await findSiteFile(database.db, domain, path);
    return content === null ? text(404, "Not Found") : text(200, content);
  };
}

const text = (status: number, body: string) =>
  new Response(body, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
