export type Counts = { passed: number; failed: number; skipped: number };
export type Result = Counts & { name: string; ms: number; problem?: string };
export function countVitest(report: object): Counts;
export function countPlaywright(report: object): Counts;
export function settle(counts?: Partial<Counts>, problem?: string): Counts & { problem?: string };
export function summary(results: Result[], totalMs: number): string;
