import { Amount } from "@/components/ui/amount";
import { CopyId } from "@/components/ui/copy-id";
import type { AssetLook, Holding } from "@/lib/domain/sandbox";
import { formatAmount } from "@/lib/format/amounts";
import { commonText } from "@/lib/messages/common";
import { sandboxWalletsText as text } from "@/lib/messages/sandbox-wallets";

/** The unit behind an amount; what the desk does not know is counted in sats. */
export const unitOf = ({ isKnown, ticker }: AssetLook) => (isKnown ? ticker : commonText.sats);

/** An asset's name, or its id where nobody here knows it. */
export function AssetTitle({ asset, assetId }: { asset: AssetLook; assetId?: string | undefined }) {
  if (asset.name !== null) return <span>{asset.name}</span>;
  const id = assetId ?? asset.assetUuid;
  return id ? <CopyId value={id} label={text.assetId} /> : <span>{text.unknownAsset}</span>;
}

/** What a wallet holds, one asset per line. */
export function Holdings({ holdings }: { holdings: Holding[] }) {
  if (holdings.length === 0) return <span className="text-muted-foreground">{text.nothing}</span>;
  return (
    <ul className="grid gap-0.5">
      {holdings.map((held) => (
        <li key={held.assetId} className="flex flex-wrap items-baseline gap-x-2 max-sm:justify-end">
          <Amount sats={held.amountSats} precision={held.precision} ticker={unitOf(held)} />
          <span className="text-muted-foreground text-xs">
            <AssetTitle asset={held} assetId={held.assetId} />
          </span>
          {held.blacklistedSats > 0n && (
            <span className="text-blocked text-xs">
              {text.blacklisted(formatAmount(held.blacklistedSats, held.precision))}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
