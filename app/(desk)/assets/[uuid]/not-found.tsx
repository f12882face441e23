import { NotFoundNotice } from "@/components/shell/not-found-notice";

/** Below the frame of an asset that can be read: what is missing is not the asset. */
export default function BelowAssetNotFound() {
  return <NotFoundNotice />;
}
