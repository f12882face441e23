"use client";

import { useRef } from "react";
import type { Address } from "viem";
import { useSignMessage } from "wagmi";

/** One request to the wallet at a time: a second one, of a double click, would be left hanging over the next page. */
export function useSignature() {
  const { mutateAsync, isPending, error, reset } = useSignMessage();
  // `isPending` is one render late.
  const isAsking = useRef(false);
  /** @returns null when it was refused, or one is being asked for */
  const sign = async (account: Address, message: string): Promise<string | null> => {
    if (isAsking.current) return null;
    isAsking.current = true;
    try {
      return await mutateAsync({ account, message });
    } catch {
      return null; // `error` tells why
    } finally {
      isAsking.current = false;
    }
  };
  return { sign, isPending, error, reset };
}
