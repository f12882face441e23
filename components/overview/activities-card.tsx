"use client";

import { ErrorAlert } from "@/components/data/error-alert";
import { useLive } from "@/components/data/use-live";
import { KindBadge } from "@/components/transactions/kind-badge";
import { Amount } from "@/components/ui/amount";
import { BlockTime } from "@/components/ui/block-time";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Freshness } from "@/components/ui/freshness";
import { Link } from "@/components/ui/link";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { LatestActivities } from "@/lib/domain/overview";
import { failuresText } from "@/lib/messages/failures";
import { overviewText } from "@/lib/messages/overview";
import { routes } from "@/lib/routes";
import { ACTIVITIES_PATH } from "./activities-path";

const { activities: text } = overviewText;
/** AMP is asked for each asset: less often than for the figures. */
const LOOK_MS = 60_000;

/** The newest movements. AMP tells them asset by asset, so they come after the page, and are of an age of their own. */
export function ActivitiesCard() {
  const { data, error, refresh } = useLive<LatestActivities | undefined>(ACTIVITIES_PATH, undefined, {
    everyMs: LOOK_MS,
  });
  return (
    <Card className="min-h-40">
      <CardHeader
        title={text.title}
        description={data && data.told < data.total ? text.told(data.told, data.total) : undefined}
        actions={data && <Freshness freshness={{ asOf: data.asOf, source: "amp" }} onRefresh={refresh} />}
      />
      {error && (
        <CardBody>
          <ErrorAlert
            error={error}
            action={
              <Button size="sm" onClick={refresh}>
                {failuresText.retry}
              </Button>
            }
          />
        </CardBody>
      )}
      {data && data.rows.length > 0 ? <Rows rows={data.rows} /> : !error && <NoRows isRead={!!data} />}
    </Card>
  );
}

const NoRows = ({ isRead }: { isRead: boolean }) => (
  <CardBody>
    <p role="status" className="text-muted-foreground text-sm">
      {isRead ? text.none : text.loading}
    </p>
  </CardBody>
);

function Rows({ rows }: Pick<LatestActivities, "rows">) {
  return (
    <Table caption={text.title}>
      <TableHead>
        <Th>{text.asset}</Th>
        <Th>{text.type}</Th>
        <Th numeric>{text.amount}</Th>
        <Th>{text.when}</Th>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={`${row.txid}:${row.vout}:${row.type}`}>
            <RowTitle>
              <Link href={routes.activity(row.assetUuid)} className="font-medium hover:underline">
                {row.assetName}
              </Link>
            </RowTitle>
            <Td label={text.type}>
              <KindBadge kind={row.type} />
            </Td>
            <Td label={text.amount} numeric>
              <Amount sats={row.amountSats} precision={row.precision} ticker={row.ticker} signed />
            </Td>
            <Td label={text.when}>
              <BlockTime at={row.blockheight > 0 ? row.datetime : null} height={row.blockheight} />
            </Td>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
