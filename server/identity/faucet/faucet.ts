import type { FaucetRequest } from "@/lib/contracts/identity/chains";
import { now } from "@/server/platform/clock";
import { lastFaucetRequest } from "../chain-tasks/request-store";
import { emptyError, tooManyCalls } from "../errors";
import { findRecord } from "../kyc/record-store";
import { enqueue } from "../queues/enqueue";
import type { Identity } from "../service";
import { findUser } from "../users/user-store";
import { requireRecaptcha } from "./recaptcha";

const HOUR_MS = 3_600_000;

/**
 * POST /faucet/{chainId}: gives the wallet coins for fees; the contract passes over wallets that hold enough.
 * @throws Refusal 0110 by reCAPTCHA, empty 400 for a chain without faucet, 429 before the cool-down is over
 */
export async function requestCoins(
  identity: Identity,
  address: string,
  chainId: bigint,
  body: FaucetRequest | undefined,
): Promise<void> {
  await requireRecaptcha(identity, body?.reCaptchaToken ?? null);
  if (!identity.chains.can(chainId, "faucet")) throw emptyError(400);
  const { faucetCooldownHours: hours } = identity.config;
  const wish = { kind: "faucet", address, chainId, issuer: null } as const;
  if (!identity.fixes.faucetCooldown || hours === 0) return enqueue(identity, { ...wish, person: null });
  const person = await personOf(identity, address);
  await identity.database.alone(`faucet:${chainId}:${person ?? address}`, async () => {
    await requireCooledDown(identity, { address, person, chainId }, hours * HOUR_MS);
    await enqueue(identity, { ...wish, person });
  });
}

/** Known for people with KYC alone. */
async function personOf({ database }: Identity, address: string): Promise<string | null> {
  const user = await findUser(database.db, address);
  if (!user?.userInfoUuid) return null;
  return (await findRecord(database.db, user.userInfoUuid))?.documentHash ?? null;
}

async function requireCooledDown(
  { database }: Identity,
  who: { address: string; person: string | null; chainId: bigint },
  waitMs: number,
): Promise<void> {
  const last = await lastFaucetRequest(database.db, who, new Date(now().getTime() - waitMs));
  if (!last) return;
  const leftMs = last.getTime() + waitMs - now().getTime();
  throw tooManyCalls(Math.max(Math.ceil(leftMs / 1_000), 1));
}
