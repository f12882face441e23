import type { ChildProcess } from "node:child_process";

type Identity = { pid: number; started?: string };
type Options = { env?: NodeJS.ProcessEnv; cwd?: string; timeoutMs?: number };
export class CommandFailed extends Error {
  isShown: boolean;
}
export class Processes {
  constructor(options: { logs: string; onCrash?: (sentence: string) => void; onChange?: () => void });
  readonly guard: Identity;
  readonly groups: (Identity & { name: string })[];
  hasCrashed: boolean;
  logFile(name: string): string;
  start(name: string, command: string, args: string[], options?: Options): ChildProcess;
  run(name: string, command: string, args: string[], options: Options): Promise<string>;
  endAll(): Promise<void>;
}
