"use client";

import { useCallback, useEffect, useRef } from "react";

/** What bears it takes a row away, or adds one: the focus goes on there. */
export const TAKES_FOCUS = { remove: { "data-remove-row": "" }, add: { "data-add-row": "" } };

/**
 * Takes rows away as `remove` does. The focus of the button that goes with its row is given to the one that stands in its
 * place, to the last one, or, where no row is left, to the button that adds one.
 */
export function useRowFocus(remove: (key: number) => void) {
  const place = useRef<HTMLDivElement>(null);
  /** Where in the order of the rows it was. */
  const left = useRef<number | null>(null);
  useEffect(() => {
    if (left.current === null || !place.current) return;
    const at = left.current;
    left.current = null;
    const buttons = removers(place.current);
    const next = buttons[Math.min(at, buttons.length - 1)];
    (next ?? place.current.querySelector<HTMLElement>("[data-add-row]"))?.focus();
  });
  const removeRow = useCallback(
    (key: number) => {
      const at = place.current ? removers(place.current).indexOf(document.activeElement as HTMLElement) : -1;
      left.current = at === -1 ? null : at;
      remove(key);
    },
    [remove],
  );
  return { place, removeRow };
}

const removers = (place: HTMLElement) => [...place.querySelectorAll<HTMLElement>("[data-remove-row]")];
