import { ROWS_AT_ONCE } from "@/server/amp/row-stream";
import { transaction } from "@/server/db/client";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { findWorkspace } from "@/server/vault/store";
import { type CopyId, dueCopies, forgetCopy, unusedCopies } from "./copies-store";
import { KINDS } from "./kinds";
import { endLateReadings } from "./reading";
import { refreshCopy, whileUnread } from "./refresh";

const HOUR_MS = 60 * 60_000;
/** A workspace nobody has looked into for so long is left alone. */
const USED_WITHIN_MS = HOUR_MS;
/** What nobody looks at is not kept: names and holdings are other people's data. */
const KEPT_MS = 7 * 24 * HOUR_MS;

/**
 * Reads the long lists again that are in use, so that pages find them young: those nobody has read for `everySeconds`,
 * and those something was changed in. Several workers may call it: one reads a list at a time. Copies that nobody has
 * used for a week go, and so does what was kept for a download whose time is over.
 */
export async function refreshDueCopies(everySeconds: number): Promise<void> {
  for (const id of await dueCopies(ROWS_AT_ONCE, USED_WITHIN_MS, everySeconds * 1_000)) {
    const workspace = await findWorkspace(id.workspaceId);
    if (!workspace?.isTokenValid) continue;
    try {
      await refreshCopy(id, KINDS[id.kind]);
    } catch (error) {
      // The others are not held up by it; its turn comes again.
      log.warn("mirror.not-read", { kind: id.kind, reason: reasonOf(error) });
    }
  }
  for (const id of await unusedCopies(KEPT_MS)) await forget(id);
  await endLateReadings();
}

/** What is being read just now is in use after all. */
const forget = (id: CopyId): Promise<boolean> =>
  whileUnread(id, () =>
    transaction(async (tx) => {
      for (const generation of await forgetCopy(tx, id, KEPT_MS))
        await KINDS[id.kind].drop(tx, id, generation);
    }),
  );
