import type { Manager } from "@/lib/contracts/amp/managers";
import type { Actor } from "@/lib/domain/actor";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { holdIn } from "@/server/platform/bounded";
import { now } from "@/server/platform/clock";
import { workspacesOfManagers } from "@/server/vault/store";

type Managers = readonly Manager[];

/** A page that is open reads again and again; so long one answer of AMP's serves it. */
const KEPT_MS = 15_000;
const MOST = 1_000;
const told = new Map<string, { at: number; managers: Managers }>();

export interface Managed {
  /** The workspaces of this desk in which the issuer's managers sign in, with the managers' accounts. */
  workspaces: ReadonlyMap<string, string>;
  /** False when AMP does not tell now who they are, and told nothing earlier. */
  isTold: boolean;
}
const NOBODY: Managed = { workspaces: new Map(), isTold: true };

/** Of nobody else than an issuer. While AMP is away, by what it told last. AMP: GET /managers */
export async function managedBy(actor: Actor): Promise<Managed> {
  await authorize(actor, "audit:read");
  if (actor.role !== "issuer") return NOBODY;
  const managers = await managersOf(actor);
  if (managers === null) return { ...NOBODY, isTold: false };
  const found = await workspacesOfManagers(actor.environment, managers);
  return { workspaces: new Map(found.map(({ id, managerName }) => [id, managerName])), isTold: true };
}

/** For a search while somebody types; null while AMP does not tell, and told nothing earlier. AMP: GET /managers */
export async function managersLately(actor: Actor): Promise<Managers | null> {
  await authorize(actor, "manager:read");
  return managersOf(actor);
}

/** A page asks for its rows and its filters at once: AMP is asked once for both. */
const asking = new Map<string, Promise<Managers | null>>();

async function managersOf(actor: Actor): Promise<Managers | null> {
  const { workspaceId } = actor;
  const known = told.get(workspaceId);
  if (known && Math.abs(now().getTime() - known.at) < KEPT_MS) return known.managers;
  const asked = asking.get(workspaceId) ?? ask(actor).finally(() => asking.delete(workspaceId));
  asking.set(workspaceId, asked);
  return (await asked) ?? known?.managers ?? null;
}

/** @returns null while AMP does not tell: the log is read then, too */
async function ask(actor: Actor): Promise<Managers | null> {
  try {
    const managers = await (await ampAs(actor)).call("listManagers");
    holdIn(told, MOST, actor.workspaceId, { at: now().getTime(), managers });
    return managers;
  } catch {
    return null;
  }
}
