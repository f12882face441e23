import type { Processes } from "./processes.mjs";

type Input = { root: string; folder: string; processes: Processes; settings?: string[] };
export const FORGETFUL: string[];
export function ensurePostgres(input: Input): Promise<{ url: string; notes: string[] }>;
