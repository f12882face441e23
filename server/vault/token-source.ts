import { AppError } from "@/lib/errors";
import { ampText } from "@/lib/messages/amp";
import { type Db, transaction } from "@/server/db/client";
import { decryptSecret } from "./cipher";
import { markTokenInvalid, readToken } from "./store";

interface Holder {
  workspaceId: string;
}

const carried = new WeakMap<Holder, string>();

/**
 * The row of the workspace came with the session: the first call for this actor need not ask for it again. Later ones do,
 * for the token may have been replaced meanwhile.
 */
export const carryToken = (actor: Holder, row: { tokenCipher: string }): void =>
  void carried.set(actor, row.tokenCipher);

async function tokenOf(holder: Holder): Promise<string | null> {
  const cipher = carried.get(holder);
  if (cipher === undefined) return readToken(holder.workspaceId);
  carried.delete(holder);
  return decryptSecret(cipher, holder.workspaceId);
}

/**
 * A workspace's token in the form the AMP client takes it; a refusal by AMP is remembered with the workspace while it
 * still has this token.
 * @param alsoWhenRefused what ends together with the token, in the same transaction
 * @throws AppError UNAUTHENTICATED when no token is stored
 */
export async function tokenSource(holder: Holder, alsoWhenRefused?: (tx: Db) => Promise<void>) {
  const token = await tokenOf(holder);
  if (token === null) throw new AppError("UNAUTHENTICATED", ampText.tokenMissing);
  const onTokenRefused = () =>
    transaction(async (tx) => {
      if (await markTokenInvalid(tx, holder.workspaceId, token)) await alsoWhenRefused?.(tx);
    });
  return { token, onTokenRefused };
}
