import type { Actor } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { accountText } from "@/lib/messages/account";
import { ampText } from "@/lib/messages/amp";
import type { AmpClient } from "@/server/amp/client";
import { type Db, transaction } from "@/server/db/client";
import { holdToken, markTokenInvalid, storeToken } from "@/server/vault/store";
import { ampHolding } from "./amp-session";
import { endSessionsOf, takeSealedToken } from "./store";

/**
 * Has AMP replace the account's token and stores the new one in the same transaction, so that whoever is refused with
 * the old one meanwhile ends nothing. Asked once: without an answer nobody can tell which token is good, so all
 * sessions of the workspace end and background work waits until somebody signs in again.
 * @param ask asks AMP, once, and returns the new token
 * @param also what changes together with it
 * @throws AppError UNAVAILABLE when the answer was lost; AMP's refusal, after which everything is as before
 */
export async function changeToken(
  actor: Actor,
  ask: (amp: AmpClient) => Promise<string>,
  also?: (tx: Db) => Promise<void>,
): Promise<void> {
  const { workspaceId } = actor;
  const held: { token?: string } = {};
  takeSealedToken(actor); // It will be another one.
  try {
    await transaction(async (tx) => {
      const token = await holdToken(tx, workspaceId);
      if (token === null) throw new AppError("UNAUTHENTICATED", ampText.tokenMissing);
      held.token = token;
      await storeToken(tx, workspaceId, await ask(ampHolding(actor, token)));
      await also?.(tx);
    });
  } catch (error) {
    if (held.token === undefined || isRefusal(error)) throw error;
    await giveUp(workspaceId, held.token);
    if (error instanceof AppError && error.code === "UNAUTHENTICATED") throw error;
    throw new AppError("UNAVAILABLE", accountText.lost, { cause: error });
  }
}

/** Certain: nothing was changed. A refused token ends the sessions, as everywhere else. */
const isRefusal = (error: unknown): boolean =>
  error instanceof AppError && ["REJECTED", "FORBIDDEN", "NOT_FOUND"].includes(error.code);

const giveUp = (workspaceId: string, token: string): Promise<void> =>
  transaction(async (tx) => {
    if (await markTokenInvalid(tx, workspaceId, token)) await endSessionsOf(tx, workspaceId);
  });
