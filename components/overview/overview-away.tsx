import { PartFailure } from "@/components/data/part-failure";
import { Amount } from "@/components/ui/amount";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Figure, Figures } from "@/components/ui/figure";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { OverviewAway as Known } from "@/lib/domain/overview";
import { LBTC } from "@/lib/domain/treasury";
import type { ErrorView } from "@/lib/errors";
import { formatAmount } from "@/lib/format/amounts";
import { formatUtc } from "@/lib/format/times";
import { overviewText } from "@/lib/messages/overview";
import { overviewAwayText as text } from "@/lib/messages/overview-away";
import { routes } from "@/lib/routes";
import { AlertsCard } from "./alerts-card";
import { OperationsCard } from "./operations-card";
import { StepsCard } from "./steps-card";

interface OverviewAwayProps {
  /** Why AMP tells nothing. */
  error: ErrorView;
  known: Known;
  hasTreasury: boolean;
}

/** The overview while AMP is away: nothing that is AMP's to tell, and everything that the desk knows by itself. */
export function OverviewAway({ error, known, hasTreasury }: OverviewAwayProps) {
  return (
    <>
      <PageHeader title={overviewText.title} />
      <div className="grid gap-5">
        <PartFailure error={error} />
        {hasTreasury && <Headline known={known} />}
        {/* AMP would tell of more: that nobody is needed cannot be said. */}
        {known.alerts.length > 0 && <AlertsCard alerts={known.alerts} />}
        {known.steps.length > 0 && <StepsCard steps={known.steps} />}
        <WatchedCard watched={known.watched} />
        {hasTreasury && <OperationsCard operations={known.operations} />}
      </div>
    </>
  );
}

function Headline({ known: { openOperations, policySats } }: { known: Known }) {
  const { figures } = overviewText;
  return (
    <Figures>
      <Figure label={figures.operations} value={openOperations} />
      <Figure
        label={figures.fee}
        value={policySats === null ? figures.noNode : formatAmount(policySats, LBTC.precision)}
        note={policySats === null ? figures.feeUnknown : undefined}
      />
    </Figures>
  );
}

function WatchedCard({ watched }: Pick<Known, "watched">) {
  const { assets } = overviewText;
  if (watched.length === 0)
    return (
      <Card>
        <CardHeader title={assets.title} />
        <CardBody className="text-muted-foreground text-sm">{text.none}</CardBody>
      </Card>
    );
  return (
    <Card>
      <CardHeader title={assets.title} description={text.assets} />
      <Table caption={assets.title}>
        <TableHead>
          <Th>{assets.name}</Th>
          <Th numeric>{assets.treasury}</Th>
          <Th>{text.seen}</Th>
        </TableHead>
        <TableBody>
          {watched.map((asset) => (
            <WatchedRow key={asset.assetUuid} asset={asset} />
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

function WatchedRow({ asset }: { asset: Known["watched"][number] }) {
  const { assets } = overviewText;
  const { assetUuid, name, precision, ticker, figures, goodAt } = asset;
  return (
    <TableRow>
      <RowTitle>
        <Link href={routes.asset(assetUuid)} className="font-medium hover:underline">
          {name}
        </Link>
      </RowTitle>
      <Td label={assets.treasury} numeric>
        {figures ? (
          <Amount sats={figures.treasurySats} precision={precision} ticker={ticker} />
        ) : (
          assets.unknown
        )}
      </Td>
      <Td label={text.seen}>{goodAt ? formatUtc(goodAt) : text.notSeen}</Td>
    </TableRow>
  );
}
