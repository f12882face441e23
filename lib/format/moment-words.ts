import type { MomentView } from "@/lib/domain/moment";
import { formatBlockHeight, formatUtc } from "@/lib/format/times";
import { ownershipMomentText } from "@/lib/messages/ownership-moment";

export const momentTitle = ({ asked }: MomentView): string =>
  asked.at === undefined
    ? ownershipMomentText.ofBlock(formatBlockHeight(asked.height))
    : ownershipMomentText.ofTime(formatUtc(asked.at));

/** Which movement a moment stands after, and whether that can change. */
export function momentSentences({ asked, last, isLatest, isFuture }: MomentView): string[] {
  const found = last
    ? ownershipMomentText.lastMove(formatBlockHeight(last.height), formatUtc(last.at))
    : ownershipMomentText.before;
  if (isFuture) return [found, ownershipMomentText.future];
  if (!isLatest || !last) return [found];
  // A block in which something moved is there.
  const canCome = asked.at === undefined && asked.height > last.height;
  return [
    found,
    canCome ? ownershipMomentText.latestBlock(formatBlockHeight(asked.height)) : ownershipMomentText.latest,
  ];
}
