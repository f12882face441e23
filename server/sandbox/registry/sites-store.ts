import { and, asc, eq } from "drizzle-orm";
import type { SandboxDb } from "../db/client";
import { siteFiles } from "../db/control-tables";

/** Every touch of the files that the sandbox serves in place of issuers' web sites. */

export interface SiteFile {
  domain: string;
  /** Without a leading slash, e.g. ".well-known/liquid-asset-proof-…". */
  path: string;
  content: string;
}

export async function findSiteFile(db: SandboxDb, domain: string, path: string): Promise<string | null> {
  const [row] = await db
    .select({ content: siteFiles.content })
    .from(siteFiles)
    .where(and(eq(siteFiles.domain, domain), eq(siteFiles.path, path)));
  return row?.content ?? null;
}

export function listSiteFiles(db: SandboxDb, domain?: string): Promise<SiteFile[]> {
  return db
    .select()
    .from(siteFiles)
    .where(domain ? eq(siteFiles.domain, domain) : undefined)
    .orderBy(asc(siteFiles.domain), asc(siteFiles.path));
}

export async function putSiteFile(db: SandboxDb, file: SiteFile): Promise<void> {
  await db
    .insert(siteFiles)
    .values(file)
    .onConflictDoUpdate({
      target: [siteFiles.domain, siteFiles.path],
      set: { content: file.content },
    });
}

/** One file, or without a path all files of the domain. @returns how many there were */
export async function deleteSiteFiles(db: SandboxDb, domain: string, path?: string): Promise<number> {
  const isIt = path === undefined ? undefined : eq(siteFiles.path, path);
  const gone = await db
    .delete(siteFiles)
    .where(and(eq(siteFiles.domain, domain), isIt))
    .returning({ path: siteFiles.path });
  return gone.length;
}
