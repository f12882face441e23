export class Refusal extends Error {}
export function takeLock(folder: string): Promise<{ write(processes: object): void; release(): void }>;
