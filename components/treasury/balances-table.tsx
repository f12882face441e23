import Coins from "lucide-react/icons/coins";
import { ExportButton } from "@/components/export/export-button";
import { Amount, Sats } from "@/components/ui/amount";
import { Card, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { NamedBalance } from "@/lib/domain/treasury";
import { parseListState } from "@/lib/list-state";
import { treasuryText } from "@/lib/messages/treasury";
import { routes } from "@/lib/routes";

const { balances: text } = treasuryText;

/** As `workspaceFiles` has it, without the table of all lists among the page's scripts. */
const wholeList = () => parseListState({}, { path: routes.treasury, sorts: [] });

export function BalancesTable({ balances }: { balances: NamedBalance[] }) {
  return (
    <Card>
      <CardHeader title={text.title} actions={<ExportButton list="balances" state={wholeList()} />} />
      {balances.length === 0 ? (
        <EmptyState icon={<Coins aria-hidden />} title={text.empty}>
          {text.emptyText}
        </EmptyState>
      ) : (
        <Table caption={text.caption}>
          <TableHead>
            <Th>{text.asset}</Th>
            <Th numeric>{text.amount}</Th>
            <Th>{text.assetId}</Th>
          </TableHead>
          <TableBody>
            {balances.map((balance) => (
              <BalanceRow key={balance.assetId} balance={balance} />
            ))}
          </TableBody>
        </Table>
      )}
    </Card>
  );
}

function BalanceRow({ balance }: { balance: NamedBalance }) {
  return (
    <TableRow>
      <RowTitle>
        <AssetName balance={balance} />
      </RowTitle>
      <Td label={text.amount} numeric>
        {balance.kind === "asset" ? (
          <Amount sats={balance.amountSats} precision={balance.precision} ticker={balance.ticker} />
        ) : (
          <Sats sats={balance.amountSats} />
        )}
      </Td>
      <Td label={text.assetId}>
        <CopyId value={balance.assetId} label={text.assetId} />
      </Td>
    </TableRow>
  );
}

function AssetName({ balance: { kind, name, assetUuid } }: { balance: NamedBalance }) {
  if (name === null || assetUuid === null)
    return <span className="text-muted-foreground">{text.unknown}</span>;
  return (
    <Link href={routes.asset(assetUuid)} className="hover:underline">
      {kind === "token" ? text.token(name) : name}
    </Link>
  );
}
