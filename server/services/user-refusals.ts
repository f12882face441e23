import type { Actor } from "@/lib/domain/actor";
import { AppError, fieldError } from "@/lib/errors";
import { usersText } from "@/lib/messages/users";
import { may } from "@/lib/policy";
import { routes } from "@/lib/routes";
import { orNull } from "@/server/amp/look-up";
import { isNameTaken } from "@/server/amp/refusals";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { usersByGaid } from "@/server/mirror/users";

/** AMP's texts for a GAID of another user and for a name in use. */
export function underItsField(error: unknown): unknown {
  if (!(error instanceof AppError) || error.code !== "REJECTED") return error;
  const words = `${error.message} ${Object.values(error.fields ?? {})
    .flat()
    .join(" ")}`;
  if (/GAID/i.test(words)) {
    const isTaken = /already|exist|in use/i.test(words);
    return fieldError("gaid", isTaken ? usersText.gaidTaken : usersText.gaidUnknown);
  }
  if (isNameTaken(error)) {
    return new AppError("INVALID_INPUT", usersText.nameTaken, {
      fields: { name: [usersText.nameTaken] },
      cause: error,
    });
  }
  return error;
}

/** @param refusal as `underItsField` returned it */
export const isGaidTaken = (refusal: unknown): refusal is AppError =>
  refusal instanceof AppError && refusal.message === usersText.gaidTaken;

/**
 * A refusal because of a GAID that is taken, with whose it is and the way there, where that can be told. AMP, for an
 * issuer: GET /gaids/{g}/registered_user; a manager is told of default GAIDs alone, by the copy of the register.
 * @param refusal as `underItsField` returned it
 */
export async function withGaidOwner(actor: Actor, gaid: string, refusal: unknown): Promise<unknown> {
  if (!isGaidTaken(refusal)) return refusal;
  // The refusal stands, whatever comes of the question whose the GAID is.
  const owner = await gaidOwner(actor, gaid).catch(() => null);
  if (!owner) return refusal;
  const message = usersText.gaidTakenBy(owner.name, owner.id);
  return new AppError("INVALID_INPUT", message, {
    fields: { gaid: [message] },
    link: { href: routes.user(owner.id), label: usersText.openUser(owner.name) },
    cause: refusal,
  });
}

/**
 * Whose GAID it is, among those an account is told of. AMP, for an issuer: GET /gaids/{g}/registered_user
 * @returns null where it is nobody's
 */
export async function gaidOwner(actor: Actor, gaid: string) {
  await authorize(actor, "user:read");
  if (!may(actor.role, "gaid:read")) return (await usersByGaid(actor, [gaid])).get(gaid) ?? null;
  return orNull((await ampAs(actor)).call("getGaidUser", { path: { gaid } }));
}
