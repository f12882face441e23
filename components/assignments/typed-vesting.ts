import type { RefObject } from "react";
import { readVesting } from "@/lib/domain/assignment-grid";

/**
 * What the field `vestsAt` of a form says. A day without its hour is an empty text to the browser, and must not become
 * "at once".
 */
export function typedVesting({ current }: RefObject<HTMLFormElement | null>): ReturnType<typeof readVesting> {
  const input = current?.elements.namedItem("vestsAt") as HTMLInputElement;
  return input.validity.badInput ? { error: "half" } : readVesting(input.value);
}
