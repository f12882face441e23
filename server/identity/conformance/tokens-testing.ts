import { createPrivateKey, type KeyObject } from "node:crypto";
import { type JWTPayload, SignJWT } from "jose";
import { now } from "@/server/platform/clock";
import { testKeys } from "../testing";

const key = createPrivateKey(testKeys.privateKey);

/** A token that the service did not issue, signed with its own key unless told otherwise. */
export const forge = (claims: JWTPayload, privateKey: KeyObject = key): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: "RS256" }).sign(privateKey);

const seconds = () => Math.floor(now().getTime() / 1000);

/** Claims as the service writes them, good for a minute. */
export const claimsOf = (address: unknown): JWTPayload => ({
  ...{ sub: "AMPnet", address },
  ...{ iat: seconds(), exp: seconds() + 60 },
});

export const expired = (): Promise<string> => forge({ ...claimsOf("0x00"), exp: seconds() - 1 });
