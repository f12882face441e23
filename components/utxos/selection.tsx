"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { DialogButton } from "@/components/ui/dialog-button";
import { changeable, type UtxoRow, type UtxosView } from "@/lib/domain/utxos";
import { utxosText } from "@/lib/messages/utxos";

const { selection: text, blacklist, whitelist } = utxosText;
const load = () => import("./blacklist-dialog").then((module) => module.BlacklistDialog);

interface SelectionProps {
  assetUuid: string;
  asset: UtxosView["asset"];
  /** The chosen outputs. */
  rows: UtxoRow[];
  /** How many of the page could be chosen. */
  choosable: number;
  onAll: () => void;
  onDone: () => void;
}

/** What can be done with the chosen outputs. It stands there before anything is chosen, so that nothing jumps. */
export function Selection({ assetUuid, asset, rows, choosable, onAll, onDone }: SelectionProps) {
  const dialog = (some: UtxoRow[], isBlacklisted: boolean) => ({
    assetUuid,
    asset,
    rows: some,
    isBlacklisted,
    onDone,
  });
  const free = changeable(rows, true);
  const blacklisted = changeable(rows, false);
  return (
    <section
      aria-label={text.label}
      className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-2 border-border border-b px-4 py-2 text-sm"
    >
      <Checkbox
        label={text.all}
        disabled={choosable === 0}
        checked={choosable > 0 && rows.length === choosable}
        onChange={onAll}
      />
      <p aria-live="polite" className="me-auto text-muted-foreground text-xs">
        {rows.length === 0 ? text.none : text.chosen(rows.length)}
      </p>
      {free.length > 0 && (
        <DialogButton load={load} dialog={dialog(free, true)} size="sm" variant="danger-quiet">
          {blacklist.button(free.length)}
        </DialogButton>
      )}
      {blacklisted.length > 0 && (
        <DialogButton load={load} dialog={dialog(blacklisted, false)} size="sm">
          {whitelist.button(blacklisted.length)}
        </DialogButton>
      )}
    </section>
  );
}
