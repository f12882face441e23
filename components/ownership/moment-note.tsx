import { Alert } from "@/components/ui/alert";
import type { MomentView } from "@/lib/domain/moment";
import { ownershipText } from "@/lib/messages/ownership";
import { HeightCheck } from "./height-check";
import { momentSentences, momentTitle } from "./moment-words";

interface MomentNoteProps {
  moment: MomentView;
  assetUuid: string;
  /** Says where the figures come from. */
  hasOrigin?: boolean;
}

/** Which moment the figures are of, where they come from, and what AMP says of it. */
export const MomentNote = ({ moment, assetUuid, hasOrigin = false }: MomentNoteProps) => (
  <Alert
    tone="neutral"
    title={momentTitle(moment)}
    action={<HeightCheck assetUuid={assetUuid} height={moment.height} />}
  >
    {[...(hasOrigin ? [ownershipText.moment.origin] : []), ...momentSentences(moment)].join(" ")}
  </Alert>
);
