export const artifactsFile: string;
export function compileContracts(): string;
