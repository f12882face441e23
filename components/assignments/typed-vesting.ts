import type { RefObject } from "react";

/**
 * What the field `vestsAt` of a form says. A day without its hour is an empty text to the browser, and must not become "at
 * once"; an hour that a change of summer time leaves out must not become another one.
 * @returns undefined for what is no time
 */
export function typedVesting({ current }: RefObject<HTMLFormElement | null>): Date | null | undefined {
  const input = current?.elements.namedItem("vestsAt");
  if (!(input instanceof HTMLInputElement) || input.validity.badInput) return undefined;
  const { value } = input;
  if (value === "") return null;
  const at = new Date(value);
  return at.getHours() === Number(value.slice(11, 13)) ? at : undefined;
}
