import Users from "lucide-react/icons/users";
import { ListTable } from "@/components/data/list-table";
import { ExportButton } from "@/components/export/export-button";
import { Amount } from "@/components/ui/amount";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { Link } from "@/components/ui/link";
import { RowTitle, TableRow, Td, Th } from "@/components/ui/table";
import type { AmpDistributionView, AmpRecipient } from "@/lib/domain/amp-distribution";
import { isFiltered, type ListState } from "@/lib/list-state";
import { ampDistributionsText } from "@/lib/messages/amp-distributions";
import { routes } from "@/lib/routes";
import { TransactionLink } from "./amp-distribution-parts";

const { recipients: text } = ampDistributionsText;

interface AmpRecipientsProps {
  view: Pick<AmpDistributionView, "asset" | "distribution" | "recipients">;
  state: ListState;
}

/** Whom a distribution paid, output by output, a page at a time. */
export function AmpRecipients({ view: { asset, distribution, recipients }, state }: AmpRecipientsProps) {
  const filters = { distribution: distribution.distributionUuid };
  return (
    <Card>
      <CardHeader
        title={text.title}
        description={text.lead(distribution.recipients)}
        className="border-b-0"
      />
      <FilterBar state={state} search={text.search}>
        <ExportButton list="recipients" state={{ ...state, query: { ...state.query, filters } }} />
      </FilterBar>
      <ListTable
        state={state}
        page={recipients}
        caption={text.title}
        empty={
          <EmptyState icon={<Users aria-hidden />} title={isFiltered(state) ? text.filtered : text.empty} />
        }
        head={
          <>
            <Th>{text.user}</Th>
            <Th numeric>{text.amount}</Th>
            <Th>{text.transaction}</Th>
            <Th numeric>{text.vout}</Th>
          </>
        }
        row={(row) => <Row key={`${row.txid}:${row.vout}:${row.registeredUser}`} row={row} asset={asset} />}
      />
    </Card>
  );
}

function Row({ row, asset }: { row: AmpRecipient; asset: AmpDistributionView["asset"] }) {
  return (
    <TableRow>
      <RowTitle>
        <Link
          href={routes.user(row.registeredUser)}
          className="inline-block min-h-6 leading-6 hover:underline"
        >
          {row.userName ?? text.withoutName(row.registeredUser)}
        </Link>
      </RowTitle>
      <Td label={text.amount} numeric>
        <Amount sats={row.amountSats} precision={asset.precision} ticker={asset.ticker} />
      </Td>
      <Td label={text.transaction}>
        <TransactionLink assetUuid={asset.assetUuid} txid={row.txid} />
      </Td>
      <Td label={text.vout} numeric>
        {row.vout}
      </Td>
    </TableRow>
  );
}
