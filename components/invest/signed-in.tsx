"use client";

import { createContext, type ReactNode, use } from "react";
import { useSubmit } from "@/components/data/use-submit";
import type { Result } from "@/lib/errors";

const Address = createContext("");

/** Around a page of somebody who is signed in. */
export const SignedIn = ({ address, children }: { address: string; children: ReactNode }) => (
  <Address value={address}>{children}</Address>
);

/** The account that this page shows, lower case. */
export const useAddress = (): string => use(Address);

/**
 * An action in the name of the account that this page shows: another tab may have signed in with another one since, and
 * then the server does nothing.
 */
export function useInvestorAction<Input extends object, Data>(
  action: (input: Input & { address: string }) => Promise<Result<Data>>,
) {
  const address = use(Address);
  return (input: Input) => action({ ...input, address });
}

/** A read in the name of that account, by the same rule. @param path with or without a query of its own */
export function useInvestorPath(path: string): string {
  const address = use(Address);
  return `${path}${path.includes("?") ? "&" : "?"}address=${encodeURIComponent(address)}`;
}

export function useInvestorSubmit<Input extends object, Data>(
  action: (input: Input & { address: string }) => Promise<Result<Data>>,
  onDone?: (data: Data) => void,
  options?: { rereads?: boolean },
) {
  return useSubmit(useInvestorAction(action), onDone, options);
}
