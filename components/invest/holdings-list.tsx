import Coins from "lucide-react/icons/coins";
import { Amount } from "@/components/ui/amount";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { EmptyState } from "@/components/ui/empty-state";
import { Status } from "@/components/ui/status";
import type { InvestorHolding, InvestorHoldings } from "@/lib/domain/holdings";
import { formatUtc } from "@/lib/format/times";
import { holdingsText as text } from "@/lib/messages/invest-pages";

/** What the person's AMP ID has of the issuer's assets, one card each. */
export function HoldingsList({ held }: { held: InvestorHoldings }) {
  if (held.holdings.length === 0)
    return (
      <div className="grid gap-5">
        <Card>
          <EmptyState icon={<Coins aria-hidden />} title={text.none}>
            {text.noneText}
          </EmptyState>
        </Card>
        <Source held={held} />
      </div>
    );
  return (
    <div className="grid gap-5">
      {held.holdings.map((holding) => (
        <HoldingCard key={holding.assetUuid} holding={holding} />
      ))}
      <Source held={held} />
    </div>
  );
}

/** Whose figures they are, and of when. */
const Source = ({ held }: { held: InvestorHoldings }) => (
  <p className="flex flex-wrap gap-x-4 text-muted-foreground text-xs">
    <span>
      {text.ampId} <CopyId value={held.gaid} label={text.ampId} />
    </span>
    <span>{text.asOf(formatUtc(held.asOf))}</span>
  </p>
);

const HoldingCard = ({ holding }: { holding: InvestorHolding }) => (
  <Card>
    <CardHeader title={holding.name} description={holding.ticker} />
    <CardBody className="grid gap-4 text-sm">
      <p className="grid gap-0.5">
        <span className="text-muted-foreground text-xs">{text.balance}</span>
        {holding.balanceSats === null ? (
          <span>{text.notShown}</span>
        ) : (
          <Amount
            sats={holding.balanceSats}
            precision={holding.precision}
            ticker={holding.ticker}
            className="font-semibold text-xl"
          />
        )}
      </p>
      {holding.vesting.length > 0 && <Vesting holding={holding} />}
      {holding.distributions.length > 0 && <Distributions holding={holding} />}
    </CardBody>
  </Card>
);

const ROW = "flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 border-border border-t py-2";

const Vesting = ({ holding: { vesting, precision, ticker } }: { holding: InvestorHolding }) => (
  <section>
    <h3 className="mb-1.5 font-medium">{text.vesting}</h3>
    <ul>
      {vesting.map((one) => (
        <li key={one.id} className={ROW}>
          <Amount sats={one.amountSats} precision={precision} ticker={ticker} />
          <span className="text-muted-foreground">
            {one.vestsAt ? text.vestsAt(formatUtc(one.vestsAt)) : text.noVesting}
          </span>
          <Status tone={one.isReady && one.hasVested ? "ok" : "waiting"}>{stateOf(one)}</Status>
        </li>
      ))}
    </ul>
  </section>
);

const stateOf = ({ isReady, hasVested }: InvestorHolding["vesting"][number]): string => {
  if (!hasVested) return text.locked;
  return isReady ? text.ready : text.vested;
};

const Distributions = ({ holding: { distributions, precision, ticker } }: { holding: InvestorHolding }) => (
  <section>
    <h3 className="mb-1.5 font-medium">{text.distributions}</h3>
    <ul>
      {distributions.map((one) => (
        <li key={one.id} className={ROW}>
          <Amount sats={one.amountSats} precision={precision} ticker={ticker} />
          <span className="text-muted-foreground">
            {one.confirmedAt ? formatUtc(one.confirmedAt) : text.unconfirmed}
          </span>
          {one.txid && <CopyId value={one.txid} label={text.transaction} />}
        </li>
      ))}
    </ul>
  </section>
);
