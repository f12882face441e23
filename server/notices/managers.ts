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
/** A request may wait for days, and all this time whoever is a manager mostly stays one. */
const MANAGER_KEPT_MS = 15 * 60_000;

interface Answer<T> {
  at: number;
  keptMs: number;
  value: T | null;
}
const answers = new Map<string, Answer<unknown>>();

/**
 * While AMP does not tell, what it told last holds.
 * @param keptMs how long this answer is taken for true
 * @returns null when it never did in this process
 */
async function lately<T>(
  key: string,
  ask: () => Promise<T>,
  keptMs: (value: T) => number = () => KEPT_MS,
): Promise<T | null> {
  const known = answers.get(key) as Answer<T> | undefined;
  const at = now().getTime();
  if (known && Math.abs(at - known.at) < known.keptMs) return known.value;
  try {
    const value = await ask();
    answers.set(key, { at, keptMs: keptMs(value), value });
    return value;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const value = known?.value ?? null;
    // A silence counts as well: others are not to wait for it in each round.
    answers.set(key, { at, keptMs: KEPT_MS, value });
    return value;
  }
}

interface GivenRequests {
  requests: StoredRequest[];
  /** False while AMP has not told of every issuer: what is not among them may be given all the same. */
  isWhole: boolean;
}

/**
 * What waits in the inboxes of the issuers who named this manager, and whose manager it still is, not locked.
 * AMP: GET /managers, as those issuers
 */
export async function requestsGivenTo(
  { environment, accountName }: Manager,
  limit: number,
): Promise<GivenRequests> {
  if (accountName === null) return { requests: [], isWhole: true };
  const links = await linksForManager(environment, accountName);
  const inboxes = await Promise.all(
    links.map(async ({ workspaceId }): Promise<GivenRequests> => {
      const requests = await requestsInNeed(workspaceId, limit);
      if (requests.length === 0) return { requests, isWhole: true };
      const isManager = await lately(
        `${workspaceId} ${accountName}`,
        () => askManagers(workspaceId, accountName),
        (isOne) => (isOne ? MANAGER_KEPT_MS : KEPT_MS),
      );
      return { requests: isManager ? requests : [], isWhole: isManager !== null };
    }),
  );
  return {
    requests: inboxes.flatMap(({ requests }) => requests),
    isWhole: inboxes.every(({ isWhole }) => isWhole),
  };
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
  const granted = await lately(workspaceId, ask);
  return work.filter(
    ({ assetUuid }) => assetUuid === null || granted === null || granted.includes(assetUuid),
  );
}
