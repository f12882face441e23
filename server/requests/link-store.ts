import { arrayContains, eq, sql } from "drizzle-orm";
import type { EnvironmentName } from "@/lib/domain/actor";
import type { PortalLink } from "@/lib/domain/requests";
import { db } from "@/server/db/client";
import { portalLinks } from "@/server/db/schema/portal-requests";
import { now } from "@/server/platform/clock";
import { findWorkspace } from "@/server/vault/store";

/** With what only the issuer's side needs. */
export interface StoredLink extends PortalLink {
  environment: EnvironmentName;
  categoryIds: number[];
  managers: string[];
}

type Row = typeof portalLinks.$inferSelect;

/** Without the time, and with the environment of the account whose link it is. */
async function toLink({ updatedAt: _at, ...link }: Row): Promise<StoredLink | null> {
  const workspace = await findWorkspace(link.workspaceId);
  return workspace && { ...link, environment: workspace.environment };
}

export async function findLink(by: { slug: string } | { workspaceId: string }): Promise<StoredLink | null> {
  const [row] = await db()
    .select()
    .from(portalLinks)
    .where("slug" in by ? eq(portalLinks.slug, by.slug) : eq(portalLinks.workspaceId, by.workspaceId));
  return row ? toLink(row) : null;
}

/** The links of those issuers who let this manager see their requests. AMP's user names are unique per environment. */
export async function linksForManager(
  environment: EnvironmentName,
  accountName: string,
): Promise<StoredLink[]> {
  const rows = await db()
    .select()
    .from(portalLinks)
    .where(arrayContains(portalLinks.managers, [accountName]));
  const links = await Promise.all(rows.map(toLink));
  return links.filter((link) => link !== null).filter((link) => link.environment === environment);
}

/** When it was saved last, which tells one state of it from another; null before the first time. */
export async function linkSavedAt(workspaceId: string): Promise<Date | null> {
  const [row] = await db()
    .select({ at: portalLinks.updatedAt })
    .from(portalLinks)
    .where(eq(portalLinks.workspaceId, workspaceId));
  return row?.at ?? null;
}

/**
 * Writes it over the one that was saved at `seenAt`.
 * @returns `taken`: another issuer's link ends in the same slug; `overtaken`: another one was saved since
 */
export async function saveLink(
  link: Omit<StoredLink, "environment">,
  seenAt: Date | null,
): Promise<"saved" | "taken" | "overtaken"> {
  const { slug, workspaceId } = link;
  const isTaken = async () => ((await findLink({ slug }))?.workspaceId ?? workspaceId) !== workspaceId;
  if (await isTaken()) return "taken";
  const values = { ...link, updatedAt: now() };
  try {
    const setWhere = seenAt ? eq(portalLinks.updatedAt, seenAt) : sql`false`;
    const saved = await db()
      .insert(portalLinks)
      .values(values)
      .onConflictDoUpdate({ target: portalLinks.workspaceId, set: values, setWhere })
      .returning({ slug: portalLinks.slug });
    return saved.length > 0 ? "saved" : "overtaken";
  } catch (error) {
    // Somebody else took it in this very moment, and the unique key tells.
    if (await isTaken()) return "taken";
    throw error;
  }
}
