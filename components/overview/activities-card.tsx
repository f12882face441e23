"use client";

import { useQuery } from "@tanstack/react-query";
import { getJson } from "@/components/data/get-json";
import { ReadFailure } from "@/components/data/read-failure";
import { KindBadge } from "@/components/transactions/kind-badge";
import { Amount } from "@/components/ui/amount";
import { BlockTime } from "@/components/ui/block-time";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { LatestActivities } from "@/lib/domain/overview";
import { overviewText } from "@/lib/messages/overview";
import { routes } from "@/lib/routes";

const { activities: text } = overviewText;

/** The newest movements. AMP tells them asset by asset, so they come after the page. */
export function ActivitiesCard() {
  const { data, error, refetch } = useQuery({
    queryKey: ["overview", "activities"],
    queryFn: () => getJson<LatestActivities>("/api/overview/activities", { isPoll: true }),
  });
  return (
    <Card className="min-h-40">
      <CardHeader
        title={text.title}
        description={data && data.told < data.total ? text.told(data.told, data.total) : undefined}
      />
      {data && data.rows.length > 0 ? (
        <Rows rows={data.rows} />
      ) : (
        <CardBody>
          {error ? (
            <ReadFailure error={error} onRetry={refetch} />
          ) : (
            <p role="status" className="text-muted-foreground text-sm">
              {data ? text.none : text.loading}
            </p>
          )}
        </CardBody>
      )}
    </Card>
  );
}

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
