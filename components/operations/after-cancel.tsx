import { distributionRunText } from "@/lib/messages/distribution-run";

/** What a cancel at AMP may cost the asset: seen on the real service, and written nowhere. */
export const AfterCancel = () => (
  <span className="mt-2 block font-medium text-blocked">{distributionRunText.decisions.afterCancel}</span>
);
