import { type EndpointRole, endpointList } from "@/lib/contracts/amp/endpoints";
import type { Actor } from "@/lib/domain/actor";
import type { AskingManager } from "@/lib/domain/ask-issuer";
import { type ManagerAccess, mayHaveCategoryPaths, type OwnAccess } from "@/lib/domain/managers";
import { AppError } from "@/lib/errors";
import { endpointWords } from "@/lib/messages/endpoints";
import { managersText } from "@/lib/messages/managers";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { allAssets } from "./assets";

const EVERYWHERE: readonly EndpointRole[] = ["public", "manager", "manager-self"];

const wordsOf = (isMeant: (role: EndpointRole) => boolean): string[] =>
  endpointList
    .filter(({ role }) => isMeant(role))
    .map(({ name }) => endpointWords[name as keyof typeof endpointWords]);

/** A manager's part in words: from the table that the client and the sandbox read, so that it cannot drift from it. */
export const managerAccess = (): ManagerAccess => ({
  everywhere: wordsOf((role) => EVERYWHERE.includes(role)),
  granted: wordsOf((role) => role === "manager-attached"),
  // `any` stands for the own password and token, which the complete list of a manager's paths leaves out.
  never: wordsOf((role) => role === "issuer" || role === "any"),
});

function requireManager({ role }: Actor): void {
  if (role !== "manager") throw new AppError("NOT_FOUND", managersText.access.onlyManagers);
}

/**
 * Who the manager is, for a message to the issuer. AMP: GET /managers/me
 * @throws AppError NOT_FOUND for an issuer
 */
export async function readAskingManager(actor: Actor): Promise<AskingManager> {
  await authorize(actor, "access:read");
  requireManager(actor);
  const { id, username } = await (await ampAs(actor)).call("getOwnManager");
  return { id, username, environment: actor.environment };
}

/**
 * What the manager who asks may do, and what this AMP says of itself.
 * AMP: GET /managers/me, /info, /changelog, /assets/{a} for each granted one
 * @throws AppError NOT_FOUND for an issuer
 */
export async function readOwnAccess(actor: Actor): Promise<OwnAccess> {
  await authorize(actor, "access:read");
  requireManager(actor);
  const amp = await ampAs(actor);
  const [assets, { version }, changelog] = await Promise.all([
    allAssets(actor),
    amp.call("getInfo"),
    amp.call("getChangelog"),
  ]);
  return {
    access: managerAccess(),
    assets: assets.map(({ assetUuid, name }) => ({ assetUuid, name })),
    version,
    mayHaveCategoryPaths: mayHaveCategoryPaths([version, ...Object.keys(changelog)]),
  };
}
