import type { MomentView } from "@/lib/domain/moment";
import { formatBlockHeight, formatUtc } from "@/lib/format/times";
import { ownershipText } from "@/lib/messages/ownership";

const { moment: text } = ownershipText;

export const momentTitle = ({ asked }: MomentView): string =>
  asked.at === undefined ? text.ofBlock(formatBlockHeight(asked.height)) : text.ofTime(formatUtc(asked.at));

/** Which movement a moment stands after, and whether that can change. */
export function momentSentences({ asked, last, isLatest, isFuture }: MomentView): string[] {
  const found = last ? text.lastMove(formatBlockHeight(last.height), formatUtc(last.at)) : text.before;
  if (isFuture) return [found, text.future];
  if (!isLatest || !last) return [found];
  return [found, asked.at === undefined ? text.latestBlock(formatBlockHeight(asked.height)) : text.latest];
}
