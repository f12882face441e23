import { z } from "zod";

/** GET /actuator/health */
export const Health = z.object({ status: z.enum(["UP", "DOWN"]) });

/** GET /actuator/info: nothing is published. */
export const ServiceInfo = z.object({});

/** GET /docs/openapi.json */
export const ApiDescription = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.unknown()),
});

/** GET /.well-known/jwks.json: the keys that access tokens may be signed with, as RFC 7517 has them. */
export const KeySet = z.object({
  keys: z.array(
    z.object({
      kty: z.literal("RSA"),
      kid: z.string(),
      alg: z.literal("RS256"),
      use: z.literal("sig"),
      n: z.string(),
      e: z.string(),
    }),
  ),
});
export type KeySet = z.output<typeof KeySet>;
