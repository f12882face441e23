type Entry = Record<string, unknown>;
type Lock = { packages: Record<string, Entry> };
export function platformOf(name: string): { os: string[]; cpu: string[]; libc?: string[] };
export function completeLock(lock: Lock): { lock: Lock; added: string[] };
