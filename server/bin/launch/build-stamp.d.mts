export function hashSources(root: string): string;
export function isBuilt(root: string, dir: string): boolean;
export function removeStamp(root: string, dir: string): void;
export function writeStamp(root: string, dir: string, sources: string): void;
