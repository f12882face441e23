type Input = { root: string; dir: string; only?: string; say: (line: string) => void };
export function build(input: Input): Promise<void>;
