"use client";

import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";

interface Place {
  row: number;
  column: number;
}

const STEPS: Record<string, [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
};

const within = (value: number, end: number) => Math.max(0, Math.min(value, end - 1));

interface GridKeys {
  rows: number;
  columns: number;
  /** The columns beside those shown are wanted. @returns whether there are any. Left out, the edge is the end. */
  onBeyond?: (direction: -1 | 1) => boolean;
}

/**
 * One cell of a grid takes part in the tab order; arrows move it. Cells carry `data-row` and `data-column`.
 * At the edge the columns beside it come, and the cell is the nearest of them.
 */
export function useGridKeys({ rows, columns, onBeyond }: GridKeys) {
  const table = useRef<HTMLTableElement>(null);
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const coming = useRef<Place>(null);
  const active = { row: within(place.row, rows), column: within(place.column, columns) };
  const focus = ({ row, column }: Place) =>
    table.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)?.focus();

  useEffect(() => {
    if (coming.current === null) return;
    focus({ row: coming.current.row, column: within(coming.current.column, columns) });
    coming.current = null;
  });

  const onFocus = (event: FocusEvent) => {
    const { row, column } = (event.target as HTMLElement).dataset;
    if (row !== undefined && column !== undefined) setPlace({ row: Number(row), column: Number(column) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const isCell = (event.target as HTMLElement).dataset.column !== undefined;
    if (!step || !isCell || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const [down, along] = step;
    const column = active.column + along;
    if (Math.abs(along) === 1 && (column < 0 || column >= columns)) {
      if (onBeyond?.(along as -1 | 1))
        coming.current = { row: active.row, column: along === 1 ? 0 : Number.MAX_SAFE_INTEGER };
      return;
    }
    focus({ row: within(active.row + down, rows), column: within(column, columns) });
  };
  return { table, active, onFocus, onKeyDown };
}
