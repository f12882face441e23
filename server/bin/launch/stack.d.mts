export interface StackConfig {
  dir: string;
  host?: string;
  port: number;
  sandboxPort: number;
  databaseUrl: string;
  env: Record<string, string | undefined>;
}
export function stackEnv(config: StackConfig): Record<string, string | undefined>;
