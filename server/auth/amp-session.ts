import type { Actor } from "@/lib/domain/actor";
import { type AmpClient, createAmpClient } from "@/server/amp/client";
import { db } from "@/server/db/client";
import { deskEnv } from "@/server/platform/env";
import { type Environment, requireEnvironment } from "@/server/platform/environments";
import { tokenSource } from "@/server/vault/token-source";
import { endSessionsOf } from "./store";

/** AMP as the workspace's account sees it, with the token from the vault. A refused token ends its sessions. */
export async function ampAs(actor: Pick<Actor, "environment" | "workspaceId">): Promise<AmpClient> {
  const { ampUrl } = requireEnvironment(actor.environment);
  const { token, ...source } = await tokenSource(actor.workspaceId);
  const onTokenRefused = async () => {
    await source.onTokenRefused();
    await endSessionsOf(db(), actor.workspaceId);
  };
  return createAmpClient({ baseUrl: ampUrl, timeoutMs: deskEnv().AMP_TIMEOUT_MS, token, onTokenRefused });
}

/** AMP before anybody is known (`obtain_token`), or as the holder of a token that is being tried. */
export const ampWith = (environment: Environment, token: string | null): AmpClient =>
  createAmpClient({ baseUrl: environment.ampUrl, token, timeoutMs: deskEnv().AMP_TIMEOUT_MS });
