import type { BrowserContext } from "@playwright/test";

export const LIMITS_KB: { signIn: number; page: number };
export function weighAll(
  context: BrowserContext,
  urlOf: (path: string) => string,
  paths: readonly string[],
  options?: { limitKb?: number; isLoaded?: boolean },
): Promise<{ lines: string[]; heavy: string[] }>;
