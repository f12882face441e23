import ChevronRight from "lucide-react/icons/chevron-right";
import { Amount } from "@/components/ui/amount";
import { BlockTime } from "@/components/ui/block-time";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import { supplySats, type WatchedAsset } from "@/lib/domain/watch";
import { watchText as text } from "@/lib/messages/watch";
import { routes } from "@/lib/routes";
import { WatchFigures } from "./watch-figures";

/** One asset as the last look saw it: one line while it adds up, everything while it does not. */
export function WatchAsset({
  asset,
  hasWallet,
  addsUp,
}: {
  asset: WatchedAsset;
  hasWallet: boolean;
  addsUp: boolean;
}) {
  const { figures, problem, precision, ticker } = asset;
  return (
    <details className="group/asset" open={!addsUp}>
      <summary className="focus-inset flex min-h-11 list-none flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-sm hover:bg-accent [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-muted-foreground transition-transform group-open/asset:rotate-90 rtl:-scale-x-100"
        />
        <span className="me-auto font-medium">{asset.name}</span>
        {figures && <Amount sats={supplySats(figures)} precision={precision} ticker={ticker} />}
        {problem !== null && <Status tone="waiting">{text.couldNotTitle}</Status>}
        {figures && <Status tone={addsUp ? "ok" : "danger"}>{addsUp ? text.adds : text.addsNot}</Status>}
      </summary>
      <div className="grid gap-3 px-4 pb-4">
        {problem && <p className="text-sm">{text.couldNot(problem)}</p>}
        {figures && <WatchFigures asset={asset} figures={figures} hasWallet={hasWallet} />}
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {asset.goodAt && (
            <span className="text-muted-foreground">
              {text.lastGood} <BlockTime at={asset.goodAt} />
            </span>
          )}
          <Link href={routes.asset(asset.assetUuid)} className="text-link underline-offset-2 hover:underline">
            {text.toAsset}
          </Link>
        </p>
      </div>
    </details>
  );
}
