import { Status } from "@/components/ui/status";
import type { Asset } from "@/lib/contracts/amp/assets";
import { assetState } from "@/lib/domain/lifecycle";
import { assetsText } from "@/lib/messages/assets";

const TONES = { active: "ok", unauthorized: "waiting", locked: "blocked" } as const;

export function AssetStatus({ asset }: { asset: Pick<Asset, "isLocked" | "isAuthorized"> }) {
  const state = assetState(asset);
  return <Status tone={TONES[state]}>{assetsText.states[state]}</Status>;
}
