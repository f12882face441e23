"use client";

import { useQuery } from "@tanstack/react-query";
import { ErrorAlert } from "@/components/data/error-alert";
import { getJson, viewOf } from "@/components/data/get-json";
import { Checkbox } from "@/components/ui/checkbox";
import type { RecentTransaction } from "@/lib/contracts/control";
import { shortenMiddle } from "@/lib/format/ids";
import { formatBlockHeight } from "@/lib/format/times";
import { sandboxText } from "@/lib/messages/sandbox";
import { uiText } from "@/lib/messages/ui";

const { reorganise: text } = sandboxText;
const DEEPEST = 100;
const LOOK_MS = 5_000;
const PATH = `/api/sandbox/transactions?blocks=${DEEPEST}`;

/** Which of the transactions that wait or lie above a height lose: checkboxes named `loser`. */
export function LoserChoice({ above }: { above: number }) {
  const { data, error } = useQuery({
    queryKey: [PATH],
    queryFn: () => getJson<RecentTransaction[]>(PATH, { isPoll: true }),
    refetchInterval: LOOK_MS,
  });
  const rows = (data ?? []).filter(({ blockheight }) => blockheight === null || blockheight > above);
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium text-sm">{text.losers}</legend>
      <p className="mb-2 text-muted-foreground text-xs">{text.losersHint}</p>
      {error && <ErrorAlert error={viewOf(error)} />}
      {data && rows.length === 0 && <p className="text-sm">{text.none}</p>}
      {!data && !error && <p className="text-muted-foreground text-sm">{text.reading}</p>}
      {rows.length > 0 && (
        <ul className="max-h-60 divide-y divide-border overflow-y-auto rounded-md border border-border">
          {rows.map((row) => (
            <li key={row.txid} className="px-3 py-2">
              <Checkbox
                name="loser"
                value={row.txid}
                label={<Transaction row={row} />}
                hint={row.assets.length > 0 ? row.assets.join(", ") : text.onlyLbtc}
              />
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}

const Transaction = ({ row: { txid, blockheight } }: { row: RecentTransaction }) => (
  <span className="flex flex-wrap gap-x-3">
    <code title={txid}>{shortenMiddle(txid, 8)}</code>
    <span className="text-muted-foreground">
      {blockheight === null ? text.waiting : uiText.height(formatBlockHeight(blockheight))}
    </span>
  </span>
);
