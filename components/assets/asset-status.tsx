import { Status } from "@/components/ui/status";
import type { Asset } from "@/lib/contracts/amp/assets";
import { assetStates } from "@/lib/domain/lifecycle";
import { assetsText } from "@/lib/messages/assets";

const TONES = { active: "ok", unauthorized: "waiting", locked: "blocked" } as const;

export function AssetStatus({ asset }: { asset: Pick<Asset, "isLocked" | "isAuthorized"> }) {
  return (
    <span className="inline-flex flex-wrap gap-x-3 gap-y-1">
      {assetStates(asset).map((state) => (
        <Status key={state} tone={TONES[state]}>
          {assetsText.states[state]}
        </Status>
      ))}
    </span>
  );
}
