import { AppError } from "@/lib/errors";
import { ampText } from "@/lib/messages/amp";
import { type Db, transaction } from "@/server/db/client";
import { decryptSecret } from "./cipher";
import { markTokenInvalid, readToken } from "./store";

/**
 * A workspace's token in the form the AMP client takes it; a refusal by AMP is remembered with the workspace while it
 * still has this token.
 * @param alsoWhenRefused what ends together with the token, in the same transaction
 * @param sealed the token as it is stored, from whoever has just read its row
 * @throws AppError UNAUTHENTICATED when no token is stored
 */
export async function tokenSource(
  workspaceId: string,
  alsoWhenRefused?: (tx: Db) => Promise<void>,
  sealed?: string,
) {
  const token = sealed === undefined ? await readToken(workspaceId) : decryptSecret(sealed, workspaceId);
  if (token === null) throw new AppError("UNAUTHENTICATED", ampText.tokenMissing);
  const onTokenRefused = () =>
    transaction(async (tx) => {
      if (await markTokenInvalid(tx, workspaceId, token)) await alsoWhenRefused?.(tx);
    });
  return { token, onTokenRefused };
}
