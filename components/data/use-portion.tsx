"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { commonText } from "@/lib/messages/common";

const FIRST = 25;
const MORE = 250;

/** A long list begins short and grows when a person asks; `more` is empty once everything is shown. */
export function usePortion<T>(rows: readonly T[]): { shown: readonly T[]; more: ReactNode } {
  const [count, setCount] = useState(FIRST);
  const left = rows.length - count;
  const more = left > 0 && (
    <div className="border-border border-t px-4 py-3 text-center">
      <Button size="sm" onClick={() => setCount(count + MORE)}>
        {commonText.showMore(Math.min(MORE, left), rows.length)}
      </Button>
    </div>
  );
  return { shown: rows.slice(0, count), more };
}
