import { Retry } from "@/components/data/retry";
import { Alert } from "@/components/ui/alert";
import { formatUtc } from "@/lib/format/times";
import { oldAssetText } from "@/lib/messages/old-asset";

/** On every page of an asset that AMP does not tell now: since when what stands here is so. */
export const OldAsset = ({ toldAt, failure }: { toldAt: Date; failure: string }) => (
  <Alert tone="waiting" className="mb-5" title={failure} action={<Retry />}>
    {oldAssetText.since(formatUtc(toldAt))}
  </Alert>
);
