"use client";

import { useEffect, useRef, useState } from "react";
import { askAction } from "@/components/data/get-json";
import type { Assignee, GridRow } from "@/lib/domain/assignment-grid";
import { GRID_PART, userTexts } from "@/lib/domain/assignment-grid";
import type { ErrorView } from "@/lib/errors";
import { lookUpAssigneesAction } from "@/server/actions/assignment-batches";

const PAUSE_MS = 500;

/** Looks the grid's users up as they are entered, each text once, and with them what is free. */
export function useAssignees(assetUuid: string, rows: readonly GridRow[], shownFreeSats: bigint) {
  const [assignees, setAssignees] = useState<ReadonlyMap<string, Assignee>>(new Map());
  // What a look-up told holds until the page is read again and has another figure.
  const [told, setTold] = useState({ after: shownFreeSats, freeSats: shownFreeSats });
  const freeSats = told.after === shownFreeSats ? told.freeSats : shownFreeSats;
  const [error, setError] = useState<ErrorView | null>(null);
  const [round, setRound] = useState(0);
  const isRunning = useRef(false);
  /** More is left of what was looked up a moment ago: nobody types it, so nobody is waited for. */
  const goesOn = useRef(false);
  const wanted = [...new Set(rows.flatMap(userTexts))].filter((text) => !assignees.has(text));
  const texts = wanted.slice(0, GRID_PART);
  const key = texts.join("\n");

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for `texts`, `round` asks again after a failure
  useEffect(() => {
    if (texts.length === 0) return;
    const look = async () => {
      if (isRunning.current) return;
      isRunning.current = true;
      goesOn.current = texts.length < wanted.length;
      const result = await askAction(() => lookUpAssigneesAction({ assetUuid, texts }));
      isRunning.current = false;
      if (result.ok) {
        setError(null);
        setTold({ after: shownFreeSats, freeSats: result.data.freeSats });
        setAssignees(
          (before) => new Map([...before, ...result.data.assignees.map((one) => [one.text, one] as const)]),
        );
        setRound((before) => before + 1); // what was entered meanwhile is asked for next
      } else {
        goesOn.current = false;
        setError(result.error); // a person asks again
      }
    };
    const timer = setTimeout(() => void look(), goesOn.current ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [assetUuid, key, round]);

  /** Forgets what is known and asks again: somebody may have changed users or balances. */
  const again = () => {
    setError(null);
    setAssignees(new Map());
    setRound((before) => before + 1);
  };
  return { assignees, freeSats, error, again };
}
