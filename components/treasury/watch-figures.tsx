import { Amount } from "@/components/ui/amount";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { Status } from "@/components/ui/status";
import {
  type WatchFigures as Figures,
  supplyGapSats,
  supplySats,
  type WatchedAsset,
} from "@/lib/domain/watch";
import { formatAmount } from "@/lib/format/amounts";
import { watchText } from "@/lib/messages/watch";

const { equation, wallet } = watchText;
/** Tokens are counted in sats, whatever the asset's precision is. */
const TOKEN_PRECISION = 0;

/** The supply equation, and the treasury as AMP and as the wallet see it. */
export function WatchFigures({
  asset,
  figures,
  hasWallet,
}: {
  asset: WatchedAsset;
  figures: Figures;
  hasWallet: boolean;
}) {
  const { precision, ticker } = asset;
  const amount = (sats: bigint) => <Amount sats={sats} precision={precision} ticker={ticker} />;
  const gap = supplyGapSats(figures);
  const tokens = (sats: bigint) => formatAmount(sats, TOKEN_PRECISION);
  return (
    <div className="grid gap-x-8 md:grid-cols-2">
      <KeyValues>
        <KeyValue term={equation.issued}>{amount(figures.issuedSats)}</KeyValue>
        <KeyValue term={equation.reissued}>{amount(figures.reissuedSats)}</KeyValue>
        <KeyValue term={equation.burned}>{amount(figures.burnedSats)}</KeyValue>
        <KeyValue term={equation.supply}>
          <strong>{amount(supplySats(figures))}</strong>
        </KeyValue>
      </KeyValues>
      <KeyValues>
        <KeyValue term={equation.holders}>{amount(figures.holdersSats)}</KeyValue>
        <KeyValue term={equation.blacklisted}>{amount(figures.blacklistedSats)}</KeyValue>
        <KeyValue term={equation.treasury}>{amount(figures.treasurySats)}</KeyValue>
        <KeyValue term={equation.lost}>
          {figures.lostSats === null ? equation.unknown : amount(figures.lostSats)}
        </KeyValue>
        {gap !== null && gap !== 0n && (
          <KeyValue term={equation.gap}>
            <Status tone="danger">{amount(gap)}</Status>
          </KeyValue>
        )}
      </KeyValues>
      {hasWallet && (
        <KeyValues>
          <KeyValue term={wallet.inWallet}>{amount(figures.walletSats)}</KeyValue>
          <KeyValue term={wallet.coinsTerm}>
            {wallet.coins(figures.trackedCoins, figures.walletCoins)}
          </KeyValue>
          <KeyValue term={wallet.tokens}>
            {wallet.tokensOf(tokens(figures.ampTokens), tokens(figures.walletTokens))}
          </KeyValue>
        </KeyValues>
      )}
    </div>
  );
}
