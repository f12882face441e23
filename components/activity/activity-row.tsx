import Link from "next/link";
import { Amount } from "@/components/ui/amount";
import { Badge, type Tone } from "@/components/ui/badge";
import { BlockTime } from "@/components/ui/block-time";
import { CopyId } from "@/components/ui/copy-id";
import { TableRow, Td } from "@/components/ui/table";
import type { ActivityRow as Row } from "@/lib/domain/activities";
import { activityText } from "@/lib/messages/activity";
import { routes } from "@/lib/routes";

const { columns, types } = activityText;
const TONES: Record<string, Tone> = {
  issuance: "info",
  reissuance: "info",
  burn: "blocked",
  distribution: "ok",
  transfer: "neutral",
};

interface ActivityRowProps {
  row: Row;
  asset: { ticker: string | null; precision: number };
}

export function ActivityRow({ row, asset }: ActivityRowProps) {
  const isInBlock = row.blockheight > 0;
  return (
    <TableRow>
      <Td label={columns.when}>
        <BlockTime at={isInBlock ? row.datetime : null} height={row.blockheight} />
      </Td>
      <Td label={columns.type}>
        <Badge tone={TONES[row.type] ?? "neutral"}>{types[row.type] ?? row.type}</Badge>
      </Td>
      <Td label={columns.party}>
        <Party row={row} />
      </Td>
      <Td label={columns.amount} numeric>
        <Amount sats={row.amountSats} precision={asset.precision} ticker={asset.ticker} signed />
      </Td>
      <Td label={columns.output}>
        <CopyId value={`${row.txid}:${row.vout}`} label={activityText.outputLabel} />
      </Td>
    </TableRow>
  );
}

function Party({ row: { registeredUser, userName, gaid } }: { row: Row }) {
  if (registeredUser === null && gaid === null) return activityText.treasury;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-0.5 max-sm:justify-end">
      {registeredUser === null ? (
        <span className="text-muted-foreground">{activityText.withoutRecord}</span>
      ) : (
        <Link
          href={routes.user(registeredUser)}
          className="inline-block min-h-6 font-medium leading-6 hover:underline"
        >
          {userName ?? activityText.userWithoutName(registeredUser)}
        </Link>
      )}
      {gaid !== null && <CopyId value={gaid} label={activityText.gaid} className="text-xs" />}
    </span>
  );
}
