type Env = Record<string, string | undefined>;
export interface LocalChain {
  rpcUrl: string;
  contracts: Record<string, string>;
  account: { address: string; privateKey: string };
  settings: Record<string, string>;
}
interface ChainConfig {
  root: string;
  dir: string;
  folder?: string;
  port: number;
  processes: import("./processes.mjs").Processes;
}
export function startChain(config: ChainConfig): Promise<LocalChain | undefined>;
export function anvilProgram(root: string, machine?: { platform: string; arch: string }): string | undefined;
export function chainEnv(chain: LocalChain | undefined, env: Env): Env;
