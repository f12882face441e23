import type { RefObject } from "react";

/**
 * What the field `vestsAt` of a form says. A day without its hour is an empty text to the browser, and must not become "at
 * once".
 * @returns undefined for what is no time
 */
export function typedVesting({ current }: RefObject<HTMLFormElement | null>): Date | null | undefined {
  const input = current?.elements.namedItem("vestsAt");
  if (!(input instanceof HTMLInputElement) || input.validity.badInput) return undefined;
  return pickedTime(input.value);
}

/**
 * As `readVesting` judges what a person types, of a browser's own field alone, without that reader among the page's scripts: an
 * hour that a change of summer time leaves out becomes no other one, and the year 27 is not meant.
 */
export function pickedTime(value: string): Date | null | undefined {
  if (value === "") return null;
  const at = new Date(value);
  return at.getTime() >= 0 && at.getHours() === Number(value.slice(11, 13)) ? at : undefined;
}
