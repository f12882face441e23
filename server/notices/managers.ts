import { AppError } from "@/lib/errors";
import { ampAs } from "@/server/auth/amp-session";
import { now } from "@/server/platform/clock";
import { askManagers } from "@/server/requests/inboxes";
import { linksForManager } from "@/server/requests/link-store";
import { requestsInNeed, type StoredRequest } from "@/server/requests/store";
import type { Workspace } from "@/server/vault/store";

/** What a manager may not open any more, nobody is told of: AMP is asked, and only where there is something to tell. */

type Manager = Pick<Workspace, "id" | "environment" | "accountName">;

/** What AMP said is taken for true for so long. */
const KEPT_MS = 60_000;
const answers = new Map<string, { at: number; value: unknown }>();

/** While AMP does not tell, what it told last holds; `otherwise`, when it never did in this process. */
async function lately<T>(key: string, ask: () => Promise<T>, otherwise: T): Promise<T> {
  const known = answers.get(key) as { at: number; value: T } | undefined;
  const at = now().getTime();
  if (known && Math.abs(at - known.at) < KEPT_MS) return known.value;
  const value = await ask().catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    return known ? known.value : otherwise;
  });
  // A silence counts as well: others are not to wait for it in each round.
  answers.set(key, { at, value });
  return value;
}

/**
 * What waits in the inboxes of the issuers who named this manager, and whose manager it still is, not locked.
 * AMP: GET /managers, as those issuers
 */
export async function requestsGivenTo(
  { environment, accountName }: Manager,
  limit: number,
): Promise<StoredRequest[]> {
  if (accountName === null) return [];
  const links = await linksForManager(environment, accountName);
  const given = await Promise.all(
    links.map(async ({ workspaceId }) => {
      const requests = await requestsInNeed(workspaceId, limit);
      if (requests.length === 0) return [];
      const key = `${workspaceId} ${accountName}`;
      return (await lately(key, () => askManagers(workspaceId, accountName), false)) ? requests : [];
    }),
  );
  return given.flat();
}

/**
 * Of a manager's own work what is about no asset, or about one that is granted still. AMP: GET /managers/me
 * @param manager null: an issuer's, who reaches everything
 */
export async function reached<Of extends { assetUuid: string | null }>(
  manager: Manager | null,
  work: Of[],
): Promise<Of[]> {
  if (manager === null || work.every(({ assetUuid }) => assetUuid === null)) return work;
  const { id: workspaceId, environment } = manager;
  const ask = async () => (await (await ampAs({ workspaceId, environment })).call("getOwnManager")).assets;
  const granted = await lately<string[] | null>(workspaceId, ask, null);
  return work.filter(
    ({ assetUuid }) => assetUuid === null || granted === null || granted.includes(assetUuid),
  );
}
