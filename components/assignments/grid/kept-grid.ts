import { type GridRow, isBlank } from "@/lib/domain/assignment-grid";
import { randomId } from "@/lib/random-id";

/** What was entered, with the id under which it is carried out once. */
export interface KeptGrid {
  intentId: string;
  rows: GridRow[];
}

type Shelf = Pick<Storage, "getItem" | "setItem">;

const FIRST_ROWS = 3;
const keyOf = (assetUuid: string) => `ampdesk.assignment-grid.${assetUuid}`;

export const blankRow = (key: number): GridRow => ({ key, user: "", amount: "", vests: "", isReady: false });

export const newGrid = (): KeptGrid => ({
  intentId: randomId(),
  rows: Array.from({ length: FIRST_ROWS }, (_, index) => blankRow(index + 1)),
});

export const nextKey = (rows: readonly GridRow[]): number =>
  rows.reduce((last, { key }) => Math.max(last, key), 0) + 1;

/** In the place of what is blank, behind what is not. */
export function withRows(rows: readonly GridRow[], found: readonly Omit<GridRow, "key">[]): GridRow[] {
  const start = nextKey(rows);
  return [
    ...rows.filter((row) => !isBlank(row)),
    ...found.map((row, index) => ({ ...row, key: start + index })),
  ];
}

/** Puts rows into the grid of this tab; what was entered there stays. */
export function addToGrid(shelf: Shelf, assetUuid: string, found: readonly Omit<GridRow, "key">[]): void {
  const kept = openGrid(shelf, assetUuid);
  keepGrid(shelf, assetUuid, { ...kept, rows: withRows(kept.rows, found) });
}

/** The grid of this tab, with its id stored at once: a reload finds the same one. */
export function openGrid(shelf: Shelf, assetUuid: string): KeptGrid {
  const opened = readKept(shelf, assetUuid) ?? newGrid();
  keepGrid(shelf, assetUuid, opened);
  return opened;
}

/** A shelf that is full or closed keeps nothing; the page goes on without. */
export function keepGrid(shelf: Shelf, assetUuid: string, kept: KeptGrid): void {
  try {
    shelf.setItem(keyOf(assetUuid), JSON.stringify(kept));
  } catch {
    return;
  }
}

function readKept(shelf: Shelf, assetUuid: string): KeptGrid | null {
  try {
    const kept = JSON.parse(shelf.getItem(keyOf(assetUuid)) ?? "null") as Partial<KeptGrid> | null;
    if (!kept?.intentId || !Array.isArray(kept.rows) || kept.rows.length === 0) return null;
    const rows = kept.rows.map((row, index) => ({ ...blankRow(index + 1), ...row, key: index + 1 }));
    return { intentId: kept.intentId, rows };
  } catch {
    return null;
  }
}
