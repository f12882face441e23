"use client";

import X from "lucide-react/icons/x";
import { type ClipboardEvent, memo } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { TableRow, Td } from "@/components/ui/table";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { CheckedRow, GridRow } from "@/lib/domain/assignment-grid";
import { formatAmount, formatSats } from "@/lib/format/amounts";
import { assignmentGridText as text } from "@/lib/messages/assignment-grid";
import { TAKES_FOCUS } from "./use-row-focus";

const LONGEST_TEXT = 255;
/** A day without its hour changes no value, so the browser tells of it only when it is asked. */
const isHalf = ({ target }: { target: HTMLInputElement }): boolean => target.validity.badInput;
const AS_PICKED = /^$|^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

interface GridRowProps {
  asset: Pick<Asset, "precision" | "ticker">;
  row: GridRow;
  position: number;
  /** Undefined while the row is blank. */
  checked: CheckedRow | undefined;
  onChange: (key: number, part: Partial<GridRow>) => void;
  onRemove: (key: number) => void;
  /** Cells of a spreadsheet that were pasted into a field; true when they were taken. */
  onPaste: (pasted: string) => boolean;
}

/** One assignment to be made, with what stands in its way below its fields. */
export const GridRowFields = memo(function GridRowFields(props: GridRowProps) {
  const { asset, row, position, checked, onChange, onRemove } = props;
  const { columns, of } = text;
  const notesId = `grid-row-${row.key}-notes`;
  const kinds = checked?.blockers.map(({ kind }) => kind) ?? [];
  const isWrong = (part: "user" | "amount" | "vests") =>
    kinds.some((kind) => kind.includes(part)) || undefined;
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData("text");
    if (/[\t\n]/.test(pasted.trim()) && props.onPaste(pasted)) event.preventDefault();
  };
  const shared = { onPaste, autoComplete: "off", "aria-describedby": notesId };
  return (
    <TableRow className="align-top [&>*]:align-top!">
      <Td label={columns.position} numeric className="pt-3.5! text-muted-foreground">
        {position}
      </Td>
      <Td className="min-w-56">
        <div className="grid gap-1">
          <Input
            {...shared}
            aria-label={of(columns.user, position)}
            aria-invalid={isWrong("user")}
            placeholder={text.userPlaceholder}
            maxLength={LONGEST_TEXT}
            spellCheck={false}
            value={row.user}
            onChange={(event) => onChange(row.key, { user: event.target.value, userToo: [] })}
          />
          <Notes id={notesId} asset={asset} checked={checked} />
        </div>
      </Td>
      <Td label={columns.amount} className="min-w-40">
        <div className="grid gap-1 text-end">
          <Input
            {...shared}
            aria-label={of(columns.amount, position)}
            aria-invalid={isWrong("amount")}
            inputMode="decimal"
            trailing={asset.ticker ?? undefined}
            maxLength={LONGEST_TEXT}
            value={row.amount}
            onChange={(event) => onChange(row.key, { amount: event.target.value })}
          />
          <output className="min-h-4 text-muted-foreground text-xs">
            {checked?.sats != null && text.sats(formatSats(checked.sats))}
          </output>
        </div>
      </Td>
      <Td label={columns.vests} className="min-w-48">
        <Input
          {...shared}
          type={AS_PICKED.test(row.vests) ? "datetime-local" : "text"}
          aria-label={of(columns.vests, position)}
          aria-invalid={isWrong("vests")}
          value={row.vests}
          onChange={(event) => onChange(row.key, { vests: event.target.value, isHalfTime: isHalf(event) })}
          onBlur={(event) =>
            isHalf(event) !== (row.isHalfTime ?? false) && onChange(row.key, { isHalfTime: isHalf(event) })
          }
        />
      </Td>
      <Td label={columns.ready} className="pt-3!">
        <Checkbox
          aria-label={of(columns.ready, position)}
          checked={row.isReady}
          onChange={(event) => onChange(row.key, { isReady: event.target.checked })}
        />
      </Td>
      <Td fit className="max-sm:text-end!">
        <Button
          variant="ghost"
          size="icon-sm"
          {...TAKES_FOCUS.remove}
          icon={<X aria-hidden />}
          aria-label={text.removeRow(position)}
          onClick={() => onRemove(row.key)}
        />
      </Td>
    </TableRow>
  );
});

/** Who is meant, then what keeps the row back, then what is worth a look. */
function Notes({ id, asset, checked }: Pick<GridRowProps, "asset" | "checked"> & { id: string }) {
  const assignee = checked?.assignee;
  const amountOf = (sats: bigint) => formatAmount(sats, asset.precision, { ticker: asset.ticker });
  const wordsOf = (blocker: CheckedRow["blockers"][number]) =>
    blocker.kind === "amount" ? text.amountProblem(blocker.error, asset.precision) : text.blocker(blocker);
  return (
    <div id={id} className="grid min-h-4 gap-0.5 text-xs">
      {assignee?.kind === "one" && (
        <span className="text-muted-foreground">{text.means(assignee.name, assignee.userId)}</span>
      )}
      {checked?.isLookedUp === false && <span className="text-muted-foreground">{text.searching}</span>}
      {checked?.blockers.map((blocker) => (
        <span key={blocker.kind} className="text-danger">
          {wordsOf(blocker)}
        </span>
      ))}
      {checked?.warnings.map((warning) => (
        <span key={warning.kind} className="text-blocked">
          {text.warning(warning, amountOf)}
        </span>
      ))}
    </div>
  );
}
