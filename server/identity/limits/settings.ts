import { z } from "zod";

/** What is counted together. */
const NAMES = [
  ...(["text", "message", "login", "refresh", "session"] as const),
  ...(["whitelist", "faucet", "pinata", "revoke"] as const),
] as const;
export type LimitName = (typeof NAMES)[number];

/** Calls within one window; 0 = as many as you like. */
export interface Limit {
  perIp: number;
  /** Where nobody is logged in yet, of the address as that IP asks for it: nobody can use up another's calls. */
  perAddress: number;
  seconds: number;
}
export type Limits = Readonly<Record<LimitName, Limit>>;

const MINUTE = 60;

const LIMITS: Limits = {
  text: { perIp: 300, perAddress: 30, seconds: MINUTE },
  message: { perIp: 100, perAddress: 0, seconds: 10 * MINUTE },
  login: { perIp: 300, perAddress: 30, seconds: MINUTE },
  refresh: { perIp: 600, perAddress: 0, seconds: MINUTE },
  session: { perIp: 600, perAddress: 60, seconds: MINUTE },
  whitelist: { perIp: 120, perAddress: 20, seconds: MINUTE },
  faucet: { perIp: 60, perAddress: 10, seconds: MINUTE },
  pinata: { perIp: 60, perAddress: 10, seconds: MINUTE },
  revoke: { perIp: 60, perAddress: 10, seconds: MINUTE },
};

const amount = z.number().int().nonnegative().max(1_000_000);
const change = z.strictObject({
  perIp: amount.optional(),
  perAddress: amount.optional(),
  seconds: z.number().int().positive().max(86_400).optional(),
});

/** IDENTITY_LIMITS: what is to differ, by name. */
export const LimitChanges = z.partialRecord(z.enum(NAMES), change);
export type LimitChanges = z.output<typeof LimitChanges>;

export function limitsWith(changes: LimitChanges = {}): Limits {
  const merged = NAMES.map((name) => {
    const given = Object.entries(changes[name] ?? {}).filter(([, value]) => value !== undefined);
    return [name, { ...LIMITS[name], ...Object.fromEntries(given) }] as const;
  });
  return Object.fromEntries(merged) as Record<LimitName, Limit>;
}
