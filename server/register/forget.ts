import { REFUSED_KEPT_DAYS } from "@/lib/domain/user-jobs";
import { now } from "@/server/platform/clock";
import { forgetCells } from "./cells-store";

const DAY_MS = 86_400_000;
const FORGET_EVERY_MS = 3_600_000;
let forgottenAt = Number.NEGATIVE_INFINITY;

/**
 * What imported files had in their rows is kept as long as somebody may mend the refused ones; looks once an hour, and what
 * failed waits for the next look.
 */
export async function forgetImportedCells(): Promise<void> {
  const at = now().getTime();
  if (Math.abs(at - forgottenAt) < FORGET_EVERY_MS) return;
  // Before it is done: what fails is not asked of the database again every second.
  forgottenAt = at;
  await forgetCells(new Date(at - REFUSED_KEPT_DAYS * DAY_MS));
}
