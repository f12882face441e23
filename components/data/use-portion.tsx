"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { FIRST_ROWS, MORE_ROWS } from "@/lib/contracts/portion";
import { commonText } from "@/lib/messages/common";

/** A long list begins short and grows when a person asks; `more` is empty once everything is shown. */
export function usePortion<T>(rows: readonly T[]): { shown: readonly T[]; more: ReactNode } {
  const [count, setCount] = useState(FIRST_ROWS);
  const left = rows.length - count;
  const more = left > 0 && (
    <div className="border-border border-t px-4 py-3 text-center">
      <Button size="sm" onClick={() => setCount(count + MORE_ROWS)}>
        {commonText.showMore(Math.min(MORE_ROWS, left), rows.length)}
      </Button>
    </div>
  );
  return { shown: rows.slice(0, count), more };
}
