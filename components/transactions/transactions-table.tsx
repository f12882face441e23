"use client";

import Receipt from "lucide-react/icons/receipt";
import { useLive } from "@/components/data/use-live";
import { Amount } from "@/components/ui/amount";
import { BlockTime } from "@/components/ui/block-time";
import { Link } from "@/components/ui/link";
import { SortTh } from "@/components/ui/sort-th";
import { TableRow, Td, Th } from "@/components/ui/table";
import type { AssetUnit, TransactionRow, TransactionsView } from "@/lib/domain/transactions";
import { shortenMiddle } from "@/lib/format/ids";
import { type ListState, listHref } from "@/lib/list-state";
import { transactionsText as text } from "@/lib/messages/transactions";
import { routes } from "@/lib/routes";
import { BlockList } from "./block-list";
import { KindBadge } from "./kind-badge";

const { columns } = text;

interface TransactionsTableProps {
  state: ListState;
  initial: TransactionsView;
  assetUuid: string;
}

export function TransactionsTable({ state, initial, assetUuid }: TransactionsTableProps) {
  const live = useLive(`/api${listHref(state, state.query)}`, initial);
  const { page, asset } = live.data;
  return (
    <BlockList
      state={state}
      list="transactions"
      live={live}
      icon={<Receipt aria-hidden />}
      texts={text}
      head={
        <>
          <SortTh state={state} column="blockheight" first="descending">
            {columns.when}
          </SortTh>
          <Th>{columns.type}</Th>
          <Th>{columns.txid}</Th>
          <Th numeric>{columns.moved}</Th>
          <Th numeric>{columns.receivers}</Th>
          <Th numeric>{columns.sides}</Th>
        </>
      }
    >
      {page.rows.map((row) => (
        <Row key={row.txid} row={row} asset={asset} assetUuid={assetUuid} />
      ))}
    </BlockList>
  );
}

function Row({ row, asset, assetUuid }: { row: TransactionRow; asset: AssetUnit; assetUuid: string }) {
  return (
    <TableRow>
      <Td label={columns.when}>
        <BlockTime at={row.blockheight > 0 ? row.datetime : null} height={row.blockheight} />
      </Td>
      <Td label={columns.type}>
        <KindBadge kind={row.kind} />
      </Td>
      <Td label={columns.txid}>
        <Link
          href={routes.transaction(assetUuid, row.txid)}
          title={row.txid}
          className="inline-block min-h-6 font-mono text-link text-xs leading-6 underline-offset-2 hover:underline"
        >
          {shortenMiddle(row.txid, 8)}
        </Link>
      </Td>
      <Td label={columns.moved} numeric>
        <Amount sats={row.movedSats} precision={asset.precision} ticker={asset.ticker} />
      </Td>
      <Td label={columns.receivers} numeric>
        {row.receivers}
      </Td>
      <Td label={columns.sides} numeric>
        <span aria-hidden>{text.sidesOf(row.inputs, row.outputs)}</span>
        <span className="sr-only">{text.sidesLabel(row.inputs, row.outputs)}</span>
      </Td>
    </TableRow>
  );
}
