"use client";

import { useState } from "react";
import { askAction } from "@/components/data/get-json";
import { Button } from "@/components/ui/button";
import { Status } from "@/components/ui/status";
import type { BalanceBasis } from "@/lib/domain/users";
import { basisWords, gapWords } from "@/lib/format/balance-basis";
import { usersText } from "@/lib/messages/users";
import { notify } from "@/lib/notify";
import { readCopyAgainAction } from "@/server/actions/copies";

const { balances: text } = usersText;

interface BalanceNoteProps {
  basis: BalanceBasis;
  /** Of the list: `balance`, and `asset` where one was chosen. */
  filters: Readonly<Record<string, string>>;
  onRefresh: () => Promise<unknown>;
}

/** On what a list that is filtered by balance rests, and what it cannot know. */
export function BalanceNote({ basis, filters, onRefresh }: BalanceNoteProps) {
  const gap = gapWords(basis, filters.balance);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-border border-b bg-sunken px-4 py-2.5 text-sm">
      <div className="grid min-w-0 flex-1 basis-72 gap-1">
        <p>{basisWords(basis)}</p>
        {gap && (
          <Status tone="waiting" wraps>
            {gap}
          </Status>
        )}
      </div>
      {basis.asked > 0 && <ReadOwners basis={basis} filters={filters} onRefresh={onRefresh} />}
    </div>
  );
}

/** Has AMP asked for the owners that are missing; when none are, for all of them anew. One list after the other. */
function ReadOwners({ basis: { assets, unread }, filters, onRefresh }: BalanceNoteProps) {
  const [done, setDone] = useState<number | null>(null);
  const wanted = assets.filter(({ assetUuid }) => [undefined, assetUuid].includes(filters.asset));
  const due = unread.length > 0 ? unread : wanted;
  const read = async () => {
    for (const [at, asset] of due.entries()) {
      setDone(at);
      const { assetUuid: one } = asset;
      const result = await askAction(() => readCopyAgainAction({ list: "owners", assetUuid: one }));
      if (result.ok) continue;
      notify({ tone: "danger", title: text.notRead(asset.name), description: result.error.message });
      break;
    }
    await onRefresh();
    setDone(null);
  };
  return (
    <span className="flex items-center gap-3">
      {done !== null && (
        <span role="status" className="text-muted-foreground text-xs tabular-nums">
          {text.reading(done + 1, due.length)}
        </span>
      )}
      <Button size="sm" loading={done !== null} onClick={() => void read()}>
        {unread.length > 0 ? text.read(unread.length) : text.readAgain}
      </Button>
    </span>
  );
}
