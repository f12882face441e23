"use client";

import { useInBrowser } from "@/components/ui/use-in-browser";

const readZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The reader's zone by name; the server, which does not know it, says UTC. */
export const useZone = (): string => useInBrowser(readZone, "UTC");
