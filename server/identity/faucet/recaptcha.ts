import { z } from "zod";
import { log } from "@/server/platform/log";
import { businessError } from "../errors";
import type { Identity } from "../service";

const TIMEOUT_MS = 10_000;

/** What Google's siteverify answers. */
const Verdict = z.object({
  success: z.boolean(),
  score: z.number(),
  action: z.string().optional(),
  hostname: z.string().optional(),
});

/** Lets pass whom Google takes for a person; everybody while it is off. @throws Refusal 0110 */
export async function requireRecaptcha(identity: Identity, token: string | null): Promise<void> {
  if (!identity.config.recaptcha.isEnabled) return;
  if (token && (await isPerson(identity, token))) return;
  throw businessError("0110", "ReCAPTCHA verification failed");
}

async function isPerson({ config, fixes }: Identity, token: string): Promise<boolean> {
  const { minimumScore, action, hostNames } = config.recaptcha;
  const verdict = await ask(config.recaptcha, token, fixes.recaptchaForm);
  if (!verdict?.success || verdict.score < minimumScore) return false;
  if (!fixes.recaptchaForm) return true;
  const isAction = action === "" || verdict.action === action;
  return isAction && (hostNames.length === 0 || hostNames.includes(verdict.hostname ?? ""));
}

/** POST {url}. @returns null for whatever is no verdict */
async function ask({ url, secret }: { url: string; secret: string }, token: string, isForm: boolean) {
  const form = new URLSearchParams({ secret, response: token });
  const target = isForm ? url : `${url}?${form}`;
  try {
    const response = await fetch(target, {
      method: "POST",
      ...(isForm ? { body: form } : {}),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return response.ok ? Verdict.parse(await response.json()) : null;
  } catch (error) {
    // what failed may quote the address, and in strict mode that holds the secret
    log.warn("identity.recaptcha-failed", { kind: error instanceof Error ? error.name : "unknown" });
    return null;
  }
}
