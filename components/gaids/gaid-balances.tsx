import { ExportButton } from "@/components/export/export-button";
import { Amount } from "@/components/ui/amount";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import { BlacklistedPart } from "@/components/utxos/blacklisted-part";
import type { GaidView } from "@/lib/domain/gaid-view";
import { parseListState } from "@/lib/list-state";
import { gaidsText } from "@/lib/messages/gaids";
import { routes } from "@/lib/routes";

const { balances: text } = gaidsText;

/** As `workspaceFiles` has it, without the table of all lists among the page's scripts. */
const fileOf = (gaid: string) =>
  parseListState({ gaid }, { path: routes.gaids, sorts: [], filters: { gaid: "any" } });

export function GaidBalances({ view: { gaid, balances } }: { view: GaidView }) {
  return (
    <Card>
      <CardHeader title={text.title} actions={<ExportButton list="gaid-balances" state={fileOf(gaid)} />} />
      {balances.length === 0 ? (
        <CardBody className="text-muted-foreground text-sm">{text.none}</CardBody>
      ) : (
        <Table caption={text.caption}>
          <TableHead>
            <Th>{text.asset}</Th>
            <Th numeric>{text.balance}</Th>
            <Th>{text.outputs}</Th>
          </TableHead>
          <TableBody>
            {balances.map(({ assetUuid, name, ticker, precision, balanceSats, blacklisted }) => (
              <TableRow key={assetUuid}>
                <RowTitle>
                  <Link href={routes.asset(assetUuid)} className="hover:underline">
                    {name}
                  </Link>
                </RowTitle>
                <Td label={text.balance} numeric>
                  <div>
                    <Amount sats={balanceSats} precision={precision} ticker={ticker} />
                    <BlacklistedPart part={blacklisted} asset={{ precision, ticker }} />
                  </div>
                </Td>
                <Td label={text.outputs}>
                  <Link
                    href={routes.utxosOf(assetUuid, gaid)}
                    aria-label={text.outputsOf(name)}
                    className="inline-block min-h-6 text-link leading-6 underline-offset-2 hover:underline"
                  >
                    {text.outputs}
                  </Link>
                </Td>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Card>
  );
}
