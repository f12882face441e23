import { SANDBOX_VERIFF } from "@/lib/domain/veriff";
import type { World } from "../world";
import type { VeriffEnv } from "./env";

export const veriffOf = ({ env }: World): VeriffEnv => env.veriff ?? SANDBOX_VERIFF;

/** What a service sets as Veriff's address. */
export const veriffUrl = ({ env }: World): string => env.baseUrl.replace(/\/api$/, "/veriff");

export const pageUrl = (world: World, token: string): string => `${veriffUrl(world)}/v/${token}`;
