import type { AccountMaker } from "@/lib/domain/account-maker";
import type { Actor } from "@/lib/domain/actor";
import { may } from "@/lib/policy";
import { noneWhenRefused } from "@/server/amp/look-up";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";

/**
 * Whose number AMP tells where it says who made something. AMP: GET /managers/{m}
 * @param issuer as an asset names its own; undefined where there is no asset: who is none of the managers, whom AMP never
 * deletes, is the issuer then
 */
export async function makerOf(
  actor: Actor,
  creator: number,
  issuer: number | undefined,
): Promise<AccountMaker> {
  if (creator === issuer) return { kind: "issuer" };
  if (!may(actor.role, "manager:read")) return { kind: "account", id: creator };
  await authorize(actor, "manager:read");
  const amp = await ampAs(actor);
  const manager = await amp.call("getManager", { path: { managerId: creator } }).catch(noneWhenRefused);
  if (manager) return { kind: "manager", id: creator, username: manager.username };
  return issuer === undefined ? { kind: "issuer" } : { kind: "account", id: creator };
}
