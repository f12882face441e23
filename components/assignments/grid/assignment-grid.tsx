"use client";

import { useCallback, useMemo, useState } from "react";
import { ErrorAlert } from "@/components/data/error-alert";
import { usePortion } from "@/components/data/use-portion";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Table, TableBody, TableHead, Th } from "@/components/ui/table";
import type { Asset } from "@/lib/contracts/amp/assets";
import { checkGrid, gridTotals } from "@/lib/domain/assignment-grid";
import { readAssignmentTable } from "@/lib/domain/assignment-table";
import { parseAmountInput } from "@/lib/format/amounts";
import { assignmentBatchesText } from "@/lib/messages/assignment-batches";
import { assignmentGridText as text } from "@/lib/messages/assignment-grid";
import { failuresText } from "@/lib/messages/failures";
import { useZone } from "../use-zone";
import { ApproveButton } from "./approve-button";
import { ClearButton } from "./clear-button";
import { GridRowFields } from "./grid-row";
import { ImportCard } from "./import-card";
import { TotalsCard } from "./totals-card";
import { useAssignees } from "./use-assignees";
import { useGrid } from "./use-grid";
import { TAKES_FOCUS, useRowFocus } from "./use-row-focus";

interface AssignmentGridProps {
  asset: Asset;
  freeSats: bigint;
}

const { columns } = text;
const NO_ROWS: never[] = [];

/** Many assignments: entered, pasted or uploaded, checked row by row, and approved together. */
export function AssignmentGrid({ asset, freeSats: firstFreeSats }: AssignmentGridProps) {
  const { assetUuid, precision } = asset;
  const grid = useGrid(assetUuid);
  const rows = grid.kept?.rows ?? NO_ROWS;
  const { assignees, freeSats, error, again } = useAssignees(assetUuid, rows, firstFreeSats);
  const [onlyProblems, setOnlyProblems] = useState(false);
  const [refusedPaste, setRefusedPaste] = useState<string | null>(null);
  const zone = useZone();
  const checked = useMemo(
    () =>
      checkGrid(rows, {
        ...{ assignees, now: new Date() },
        readAmount: (typed) => parseAmountInput(typed, precision),
      }),
    [rows, assignees, precision],
  );
  const checkedOf = useMemo(() => new Map(checked.map((one) => [one.row.key, one])), [checked]);
  const totals = gridTotals(checked, freeSats);
  const positioned = rows.map((row, index) => ({ row, position: index + 1 }));
  const needsLook = ({ row }: (typeof positioned)[number]) => {
    const one = checkedOf.get(row.key);
    return one !== undefined && one.blockers.length + one.warnings.length > 0;
  };
  const { shown, more } = usePortion(onlyProblems ? positioned.filter(needsLook) : positioned);
  const { take, remove } = grid;
  const { place, removeRow } = useRowFocus(remove);
  const onPaste = useCallback(
    (pasted: string) => {
      const read = readAssignmentTable(pasted);
      setRefusedPaste(read.problem ? assignmentBatchesText.tableProblem(read.problem) : null);
      if (read.rows) take(read.rows);
      return true;
    },
    [take],
  );
  const isAllReady = rows.length > 0 && rows.every(({ isReady }) => isReady);
  return (
    <div ref={place} className="grid gap-5">
      <ImportCard onTake={grid.take} />
      <Card>
        <CardHeader
          title={text.title}
          description={text.zone(zone)}
          actions={
            <Button size="sm" onClick={again}>
              {text.totals.again}
            </Button>
          }
        />
        <div className="flex flex-wrap items-start gap-x-6 gap-y-2 border-border border-b px-4 py-2.5">
          <Checkbox
            label={text.readyAll}
            hint={text.readyHint}
            checked={isAllReady}
            onChange={(event) => grid.setAllReady(event.target.checked)}
          />
          <Checkbox
            label={text.onlyProblems}
            checked={onlyProblems}
            onChange={(event) => setOnlyProblems(event.target.checked)}
          />
        </div>
        {refusedPaste && <Alert tone="blocked" title={refusedPaste} className="m-4" />}
        {error && (
          <div className="grid gap-2 p-4">
            <ErrorAlert error={error} action={<Button onClick={again}>{failuresText.retry}</Button>} />
            <p className="text-muted-foreground text-sm">{text.failed}</p>
          </div>
        )}
        <Table caption={text.caption}>
          <TableHead>
            <Th numeric>{columns.position}</Th>
            <Th>{columns.user}</Th>
            <Th numeric>{columns.amount}</Th>
            <Th>{columns.vests}</Th>
            <Th>{columns.ready}</Th>
            <Th fit>
              <span className="sr-only">{columns.remove}</span>
            </Th>
          </TableHead>
          <TableBody>
            {shown.map(({ row, position }) => (
              <GridRowFields
                key={row.key}
                asset={asset}
                row={row}
                position={position}
                checked={checkedOf.get(row.key)}
                onChange={grid.change}
                onRemove={removeRow}
                onPaste={onPaste}
              />
            ))}
          </TableBody>
        </Table>
        {more}
        <CardFooter className="justify-start">
          <Button {...TAKES_FOCUS.add} onClick={() => grid.add(1)}>
            {text.addRow}
          </Button>
          <Button variant="ghost" onClick={() => grid.add(10)}>
            {text.addRows}
          </Button>
          <span className="ms-auto">
            <ClearButton onClear={grid.startOver} />
          </span>
        </CardFooter>
      </Card>
      <TotalsCard asset={asset} totals={totals} freeSats={freeSats} />
      <div className="flex justify-end">
        <ApproveButton
          asset={asset}
          intentId={grid.kept?.intentId ?? ""}
          checked={checked}
          totals={totals}
          onApproved={grid.startOver}
        />
      </div>
    </div>
  );
}
