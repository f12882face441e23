import type { Route } from "next";
import { OutputOwner } from "@/components/transactions/output-owner";
import { Amount } from "@/components/ui/amount";
import { Checkbox } from "@/components/ui/checkbox";
import { CopyId } from "@/components/ui/copy-id";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import { TableRow, Td } from "@/components/ui/table";
import type { AssetUnit } from "@/lib/domain/transactions";
import { changeable, type UtxoRow as Row, utxoKey } from "@/lib/domain/utxos";
import { shortenMiddle } from "@/lib/format/ids";
import { outputsText } from "@/lib/messages/outputs";
import { transactionsText } from "@/lib/messages/transactions";
import { utxosText as text } from "@/lib/messages/utxos";
import { routes } from "@/lib/routes";

const { columns } = text;

/** Whether there is anything to be done with it. */
export const isChoosable = (row: Row): boolean =>
  changeable([row], true).length > 0 || changeable([row], false).length > 0;

interface UtxoRowProps {
  row: Row;
  asset: AssetUnit;
  assetUuid: string;
  canLookUp: boolean;
  isChosen?: boolean;
  /** Left out for whom nothing can be changed. */
  onChoose?: () => void;
}

export function UtxoRow({ row, asset, assetUuid, canLookUp, isChosen = false, onChoose }: UtxoRowProps) {
  const output = utxoKey(row);
  const { gaid } = row.owner;
  return (
    <TableRow>
      {onChoose && (
        <Td label={columns.choose} fit>
          {isChoosable(row) && (
            <Checkbox
              aria-label={text.selection.one(shortenMiddle(output, 8))}
              checked={isChosen}
              onChange={onChoose}
            />
          )}
        </Td>
      )}
      <Td label={columns.owner}>
        <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-0.5 max-sm:justify-end">
          <OutputOwner owner={row.owner} />
          {canLookUp && gaid !== null && (
            <Action href={routes.utxosOf(assetUuid, gaid)} label={text.wallet.label(gaid)}>
              {text.wallet.title}
            </Action>
          )}
        </span>
      </Td>
      <Td label={columns.amount} numeric>
        <Amount sats={row.amountSats} precision={asset.precision} ticker={asset.ticker} />
      </Td>
      <Td label={columns.state}>
        <Status tone={row.state === "blacklisted" ? "danger" : "ok"}>{text.states[row.state]}</Status>
      </Td>
      <Td label={columns.output}>
        <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-0.5 max-sm:justify-end">
          <CopyId value={output} label={outputsText.output} />
          {canLookUp && (
            <Action href={routes.transaction(assetUuid, row.txid)}>{transactionsText.one}</Action>
          )}
        </span>
      </Td>
    </TableRow>
  );
}

interface ActionProps {
  href: Route;
  label?: string;
  children: string;
}

const Action = ({ href, label, children }: ActionProps) => (
  <Link
    href={href}
    aria-label={label}
    className="inline-block min-h-6 text-link text-xs leading-6 underline-offset-2 hover:underline"
  >
    {children}
  </Link>
);
