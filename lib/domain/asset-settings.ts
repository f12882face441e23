import type { Asset } from "@/lib/contracts/amp/assets";
import type { EnvironmentName } from "./actor";
import type { Issuance } from "./asset-steps";

/** What an issuer can change about an asset. */
export interface AssetSettings {
  asset: Asset;
  /** What registering waits for; null where it waits for no issuance. */
  issuance: Issuance | null;
  memo: string;
  /** As AMP lists them. */
  treasuryAddresses: string[];
  environment: EnvironmentName;
  /** The sandbox plays the domain's web site, so the file can be published from here. */
  canPublish: boolean;
  /** Of the form that registers: it is carried out once. */
  intentId: string;
}

/** Whom a lock, or a deletion, concerns. */
export interface LockImpact {
  /** Accounts that hold the asset. */
  holders: number;
  /** Assignments that were not sent yet and belong to no distribution. */
  openAssignments: number;
  openAssignmentSats: bigint;
  /** Distributions that AMP made and nobody confirmed yet. */
  pendingDistributions: number;
  /** Operations of this desk that are not at their end. */
  openOperations: number;
}

/** Once the asset is deleted nobody could confirm it to AMP. */
export const isUnderWay = ({ pendingDistributions, openOperations }: LockImpact): boolean =>
  pendingDistributions + openOperations > 0;

export const MAX_MEMO = 10_000;
/** Treasury addresses added at a time. */
export const MAX_ADDRESSES = 50;

export interface AddedAddresses {
  added: number;
  /** Nothing was added: these are not seen to be the treasury's own, and a person has to say so. */
  foreign: string[];
}

export type EndpointProblem = "form" | "https" | "suffix" | "credentials" | "query";

const LONGEST_ENDPOINT = 500;

/**
 * Why AMP could not use, or should not be given, this as an issuer authorization endpoint; null when it can.
 * @param allowHttp in the sandbox alone, where nothing leaves the machine
 */
export function endpointProblem(text: string, allowHttp: boolean): EndpointProblem | null {
  if (text.length > LONGEST_ENDPOINT || !URL.canParse(text)) return "form";
  const url = new URL(text);
  if (url.protocol === "http:" && !allowHttp) return "https";
  if (!["http:", "https:"].includes(url.protocol)) return "form";
  if (url.username !== "" || url.password !== "") return "credentials";
  if (url.search !== "" || url.hash !== "") return "query";
  // AMP appends it.
  return /\/issuerauthorizer\/*$/i.test(url.pathname) ? "suffix" : null;
}
