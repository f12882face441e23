import { Amount } from "@/components/ui/amount";
import { Status } from "@/components/ui/status";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { AssignmentRow, SelectionOutcome } from "@/lib/domain/assignment";
import { assignmentSelectionText as text } from "@/lib/messages/assignment-selection";
import { assignmentsText } from "@/lib/messages/assignments";
import { commonText } from "@/lib/messages/common";

const { columns } = assignmentsText;
const TONES = { done: "ok", refused: "blocked", unknown: "waiting", skipped: "neutral" } as const;

interface SelectionResultsProps {
  asset: Asset;
  /** Those that the page has. */
  rows: AssignmentRow[];
  /** How many there were to ask for. */
  count: number;
  outcomes: SelectionOutcome[];
}

/** How many went well, and every one that did not with the reason. */
export function SelectionResults({ asset, rows, count, outcomes }: SelectionResultsProps) {
  const done = outcomes.filter(({ outcome }) => outcome === "done").length;
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const others = outcomes.filter(({ outcome }) => outcome !== "done");
  const left = count - outcomes.length;
  return (
    <div role="status" className="grid gap-3">
      <p className="font-medium">{text.results(done, count)}</p>
      {left > 0 && <p>{text.stopped(left)}</p>}
      {others.some(({ outcome }) => outcome === "unknown") && <p>{text.unknownText}</p>}
      {others.length > 0 && (
        <Table caption={text.results(done, count)}>
          <TableHead>
            <Th>{columns.user}</Th>
            <Th numeric>{columns.amount}</Th>
            <Th>{columns.state}</Th>
          </TableHead>
          <TableBody>
            {others.map(({ id, outcome, message }) => (
              <TableRow key={id}>
                <RowTitle>{rowOf.get(id)?.userName ?? text.numbered(id)}</RowTitle>
                <Td label={columns.amount} numeric>
                  <AmountOf row={rowOf.get(id)} asset={asset} />
                </Td>
                <Td label={columns.state}>
                  <div>
                    <Status tone={TONES[outcome]}>{text.outcomes[outcome]}</Status>
                    {message && <span className="block text-muted-foreground text-xs">{message}</span>}
                  </div>
                </Td>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </div>
  );
}

function AmountOf({ row, asset }: { row: AssignmentRow | undefined; asset: Asset }) {
  if (!row) return commonText.none;
  return <Amount sats={row.amount} precision={asset.precision} ticker={asset.ticker} />;
}
