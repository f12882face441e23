import { Missing } from "../../missing";

/** Below the frame of an asset that can be read: what is missing is not the asset. */
export default function BelowAssetNotFound() {
  return <Missing kinds={["assignment"]} />;
}
