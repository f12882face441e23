import { Amount } from "@/components/ui/amount";
import { Status } from "@/components/ui/status";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { AssignmentRow, SelectionOutcome } from "@/lib/domain/assignment";
import { assignmentSelectionText as text } from "@/lib/messages/assignment-selection";
import { assignmentsText } from "@/lib/messages/assignments";

const { columns } = assignmentsText;
const TONES = { done: "ok", refused: "blocked", unknown: "waiting", skipped: "neutral" } as const;

interface SelectionResultsProps {
  asset: Asset;
  rows: AssignmentRow[];
  outcomes: SelectionOutcome[];
}

/** How many went well, and every one that did not with the reason. */
export function SelectionResults({ asset, rows, outcomes }: SelectionResultsProps) {
  const done = outcomes.filter(({ outcome }) => outcome === "done").length;
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const others = outcomes.filter(({ outcome }) => outcome !== "done");
  const left = rows.length - outcomes.length;
  return (
    <div role="status" className="grid gap-3">
      <p className="font-medium">{text.results(done, rows.length)}</p>
      {left > 0 && <p>{text.stopped(left)}</p>}
      {others.some(({ outcome }) => outcome === "unknown") && <p>{text.unknownText}</p>}
      {others.length > 0 && (
        <Table caption={text.results(done, rows.length)}>
          <TableHead>
            <Th>{columns.user}</Th>
            <Th numeric>{columns.amount}</Th>
            <Th>{columns.state}</Th>
          </TableHead>
          <TableBody>
            {others.map(({ id, outcome, message }) => (
              <TableRow key={id}>
                <RowTitle>{rowOf.get(id)?.userName}</RowTitle>
                <Td label={columns.amount} numeric>
                  <Amount
                    sats={rowOf.get(id)?.amount ?? 0n}
                    precision={asset.precision}
                    ticker={asset.ticker}
                  />
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
