export function deskSecrets(folder: string, env?: Record<string, string | undefined>): Record<string, string>;
