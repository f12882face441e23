import { Amount } from "@/components/ui/amount";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { Status } from "@/components/ui/status";
import type { AssetUnit } from "@/lib/domain/transactions";
import type { WalletCheck } from "@/lib/domain/utxos";
import { outputsText } from "@/lib/messages/outputs";
import { utxosText } from "@/lib/messages/utxos";
import { routes } from "@/lib/routes";

const { wallet: text, figures } = utxosText;

interface WalletCardProps {
  assetUuid: string;
  gaid: string;
  wallet: WalletCheck | null;
  asset: AssetUnit;
}

/** One wallet's outputs beside the balance that AMP tells: the figure to compare before all of it is blacklisted. */
export function WalletCard({ assetUuid, gaid, wallet, asset }: WalletCardProps) {
  const amount = (sats: bigint) => <Amount sats={sats} precision={asset.precision} ticker={asset.ticker} />;
  const isEqual = wallet?.balanceSats === wallet?.listed.amountSats;
  return (
    <Card>
      <CardHeader
        title={text.title}
        actions={
          <>
            {wallet && (
              <ButtonLink size="sm" href={routes.gaid(gaid)}>
                {text.lookUp}
              </ButtonLink>
            )}
            <ButtonLink size="sm" href={routes.utxos(assetUuid)}>
              {text.all}
            </ButtonLink>
          </>
        }
      />
      <CardBody>
        <KeyValues>
          <KeyValue term={outputsText.gaid}>
            <CopyId value={gaid} label={outputsText.gaid} full />
          </KeyValue>
          {wallet && (
            <>
              <KeyValue term={text.balance}>{amount(wallet.balanceSats)}</KeyValue>
              <KeyValue term={text.listed}>
                {amount(wallet.listed.amountSats)}{" "}
                <span className="text-muted-foreground text-xs">{figures.outputs(wallet.listed.count)}</span>
                <p className="mt-1">
                  <Status tone={isEqual ? "ok" : "danger"} wraps>
                    {isEqual ? text.equal : text.differs}
                  </Status>
                </p>
              </KeyValue>
            </>
          )}
        </KeyValues>
      </CardBody>
    </Card>
  );
}
