type Locked = Record<string, { version?: string; optional?: boolean; link?: boolean }>;
export function matchesLock(wanted: Locked, present: Locked): boolean;
