"use server";

import { z } from "zod";
import { SLUG } from "@/lib/domain/requests";
import { errorsText } from "@/lib/messages/errors";
import { investErrorsText as text } from "@/lib/messages/invest-errors";
import { defineInvestorAction, defineVisitorAction } from "@/server/doors/define-investor-action";
import { fields } from "@/server/doors/result";
import {
  clearPortalCookie,
  readAttemptCookie,
  writeAttemptCookie,
  writePortalCookie,
} from "@/server/investor/cookies";
import { forwardedFor } from "@/server/investor/current";
import * as ampIds from "@/server/services/invest-amp-id";
import * as data from "@/server/services/invest-data";
import * as kyc from "@/server/services/invest-kyc";
import * as requests from "@/server/services/invest-request";
import * as signIn from "@/server/services/invest-sign-in";

const slug = z
  .string()
  .min(1, { error: () => text.noIssuer })
  .max(100, { error: () => text.noIssuer })
  .regex(SLUG, { error: () => text.noIssuer });
const chainId = z.int().positive();
/** Contract wallets sign at length. */
const signature = z
  .string()
  .min(1)
  .max(70_000, { error: () => errorsText.tooLong });
const name = z
  .string()
  .trim()
  .min(1, { error: () => text.enterName })
  .max(200, { error: () => errorsText.tooLong });
const gaid = z
  .string()
  .trim()
  .min(1, { error: () => text.gaidForm })
  .max(60, { error: () => text.gaidForm })
  .regex(/^[0-9A-Za-z]+$/, { error: () => text.gaidForm });

/** The text to sign; the attempt's cookie binds it to this browser. */
export const startSignIn = defineVisitorAction(
  z.object({
    address: z.string().max(100, { error: () => text.addressForm }),
    chainId,
    issuer: slug.optional(),
  }),
  async (input) => {
    const attempt = await signIn.startSignIn({ ...input, forwardedFor: await forwardedFor() });
    await writeAttemptCookie(attempt.secret);
    return { text: attempt.text, expiresAt: attempt.expiresAt };
  },
);

/** The session's cookie, and the page to go to. */
export const finishSignIn = defineVisitorAction(z.object({ signature }), async (input) => {
  const [attempt, from] = [await readAttemptCookie(), await forwardedFor()];
  const { secret, next } = await signIn.finishSignIn({ ...input, attempt, forwardedFor: from });
  await writePortalCookie(secret);
  return { next };
});

export const signOutInvestor = defineInvestorAction(
  z.object({ everywhere: z.boolean() }),
  async (investor, input) => {
    const ended = await signIn.signOutInvestor(investor, input);
    await clearPortalCookie();
    return ended;
  },
);

export const setInvestorEmail = defineInvestorAction(
  z.object({ email: z.email({ error: () => text.emailForm }).max(254, { error: () => errorsText.tooLong }) }),
  kyc.setInvestorEmail,
);

export const startKyc = defineInvestorAction(z.object({}), kyc.startKyc);

export const testKyc = defineInvestorAction(z.object({ firstName: name, lastName: name }), kyc.testKyc);

export const prepareAmpId = defineInvestorAction(z.object({ gaid }), ampIds.prepareAmpId);

export const bindAmpId = defineInvestorAction(z.object({ gaid, signature }), ampIds.bindAmpId);

export const sendRequest = defineInvestorAction(
  z.object({
    intentId: fields.intentId,
    issuer: slug,
    personName: name,
    isCompany: z.boolean(),
    consent: z.literal(true, { error: () => text.consentMissing }),
  }),
  requests.sendRequest,
);

export const withdrawRequest = defineInvestorAction(
  z.object({ intentId: fields.intentId, requestId: z.uuid() }),
  requests.withdrawRequest,
);

export const retryWhitelist = defineInvestorAction(z.object({ issuer: slug }), requests.retryWhitelist);

export const askForErasure = defineInvestorAction(z.object({}), async (investor) => {
  const erased = await data.askForErasure(investor);
  await clearPortalCookie();
  return erased;
});
