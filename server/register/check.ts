import { isUserStep } from "@/lib/domain/assignment-jobs";
import { gaidOf } from "@/lib/domain/user-import";
import { userImportText } from "@/lib/messages/user-import";
import type { AmpClient } from "@/server/amp/client";
import { orNull } from "@/server/amp/look-up";
import { rowsOf, type StoredRow, writeRow } from "./row-store";

const { row: text } = userImportText;

/** Questions to AMP at a time. */
const LANES = 8;

/**
 * Asks AMP about the GAIDs of the next unchecked rows. Nothing is changed there.
 * AMP: GET /gaids/{g}/validate, and for issuers GET /gaids/{g}/registered_user
 * @returns false when no row is left
 */
export async function checkNextRows(jobId: string, amp: AmpClient, isIssuer: boolean): Promise<boolean> {
  const rows = await rowsOf(jobId, { after: -1, limit: LANES, states: ["unchecked"] });
  await Promise.all(
    rows.map(async (row) => {
      const problem = await problemOf(row, amp, isIssuer);
      // Only a refused row goes back to people as it stood in the file.
      await writeRow(
        row,
        problem === null ? { state: "queued", cells: null } : { state: "refused", problem },
      );
    }),
  );
  return rows.length > 0;
}

async function problemOf(row: StoredRow, amp: AmpClient, isIssuer: boolean): Promise<string | null> {
  for (const gaid of row.steps.filter(isUserStep).map(gaidOf)) {
    if (gaid === null) continue;
    const { isValid, error } = await amp.call("validateGaid", { path: { gaid } });
    if (!isValid) return error ? text.gaidInvalid(error) : text.gaidUnknown;
    const owner = isIssuer ? await orNull(amp.call("getGaidUser", { path: { gaid } })) : null;
    if (owner && owner.id !== row.userId) return text.gaidTaken(owner.name, owner.id);
  }
  return null;
}
