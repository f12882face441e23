import type { Actor } from "@/lib/domain/actor";
import type { CopiedList } from "@/lib/domain/counted";
import { authorize } from "@/server/auth/authorize";
import { refreshAssignments } from "@/server/mirror/assignments";
import { refreshCategories } from "@/server/mirror/categories";
import { refreshDistributions } from "@/server/mirror/distributions";
import { refreshUsers } from "@/server/mirror/users";
import { refreshUtxos } from "@/server/mirror/utxos";
import { requireRequest } from "@/server/requests/inboxes";
import { refreshOwnership } from "./ownership-now";
import { inWorkspaceOf } from "./requests";

/**
 * Has AMP asked for a whole list that pages are served from. What was copied before stays when AMP does not answer.
 * AMP: GET /registered_users/, GET /categories, GET /assets/{a}/utxos, …/assignments, …/distributions or …/ownerships; what a list is put
 * together from, all of it
 */
export async function readCopyAgain(actor: Actor, input: CopiedList): Promise<void> {
  if (input.list === "users") {
    await authorize(actor, "user:read");
    await refreshUsers(actor);
  } else if (input.list === "categories") {
    await authorize(actor, "category:read");
    await refreshCategories(actor);
  } else if (input.list === "request") {
    await authorize(actor, "request:read");
    const issuer = inWorkspaceOf(actor, await requireRequest(actor, input.requestId));
    await Promise.all([refreshUsers(issuer), refreshCategories(issuer)]);
  } else if (input.list === "assignments") {
    await authorize(actor, "assignment:read", input.assetUuid);
    await authorize(actor, "user:read");
    // The names and wallets of those whom they wait for.
    await Promise.all([refreshAssignments(actor, input.assetUuid), refreshUsers(actor)]);
  } else if (input.list === "distributions") {
    await authorize(actor, "distribution:read", input.assetUuid);
    await refreshDistributions(actor, input.assetUuid);
  } else if (input.list === "owners") {
    await refreshOwnership(actor, input);
  } else {
    await authorize(actor, "utxo:read", input.assetUuid);
    if (input.list === "eligibility") await authorize(actor, "user:read");
    await Promise.all([
      refreshUtxos(actor, input.assetUuid),
      ...(input.list === "eligibility" ? [refreshUsers(actor)] : []),
    ]);
  }
}
