"use client";

import { useState } from "react";

/** Which rows of the page that is shown are chosen; rows of another page fall out by themselves. */
export function useSelection<Key extends string | number>(selectable: readonly Key[]) {
  const [chosen, setChosen] = useState<ReadonlySet<Key>>(new Set());
  const ids = selectable.filter((id) => chosen.has(id));
  return {
    ids,
    has: (id: Key) => chosen.has(id),
    isAll: selectable.length > 0 && ids.length === selectable.length,
    toggle: (id: Key) => {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      setChosen(next);
    },
    toggleAll: () => setChosen(new Set(ids.length === selectable.length ? [] : selectable)),
    clear: () => setChosen(new Set()),
  };
}

export type Selection<Key extends string | number> = ReturnType<typeof useSelection<Key>>;
