type Wanted = { port: number; host: string; variable: string; what: string };
export function parsePort(variable: string, text: string | undefined, fallback: number): number;
export function refuseBusyPorts(wanted: Wanted[], command?: string): Promise<void>;
export function freePort(preferred?: number): Promise<number>;
export function parseHost(text: string | undefined): { host: string; note?: string };
export function urlHost(host: string): string;
