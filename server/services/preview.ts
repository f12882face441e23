import type { Actor } from "@/lib/domain/actor";
import { audited } from "@/server/audit/audited";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { setPreview } from "@/server/auth/store";

/** From now on this session shows the desk as the manager sees it. AMP: GET /managers/{m} */
export async function startPreview(actor: Actor, secret: string, managerId: number): Promise<void> {
  await authorize(actor, "manager:read");
  const { username } = await (await ampAs(actor)).call("getManager", { path: { managerId } });
  await audited(actor, { action: "manager.viewed-as", detail: { manager: managerId } }, () =>
    setPreview(secret, { managerId, username }),
  );
}

export const endPreview = (secret: string): Promise<void> => setPreview(secret, null);
