import { Alert } from "@/components/ui/alert";
import type { MomentView } from "@/lib/domain/moment";
import { momentSentences, momentTitle } from "@/lib/format/moment-words";
import { ownershipMomentText } from "@/lib/messages/ownership-moment";
import { HeightCheck } from "./height-check";

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
    {[...(hasOrigin ? [ownershipMomentText.origin] : []), ...momentSentences(moment)].join(" ")}
  </Alert>
);
