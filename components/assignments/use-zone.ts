"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** The reader's zone by name; the server, which does not know it, says UTC. */
export const useZone = (): string =>
  useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  );
