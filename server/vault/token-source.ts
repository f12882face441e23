import { AppError } from "@/lib/errors";
import { ampText } from "@/lib/messages/amp";
import { markTokenInvalid, readToken } from "./store";

/**
 * A workspace's token in the form the AMP client takes it; a refusal by AMP is remembered with the workspace.
 * @throws AppError UNAUTHENTICATED when no token is stored
 */
export async function tokenSource(workspaceId: string) {
  const token = await readToken(workspaceId);
  if (token === null) throw new AppError("UNAUTHENTICATED", ampText.tokenMissing);
  return { token, onTokenRefused: () => markTokenInvalid(workspaceId) };
}
