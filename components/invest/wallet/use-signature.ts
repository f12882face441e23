"use client";

import { useRef } from "react";
import type { Address } from "viem";
import { useSignMessage } from "wagmi";

/** One request to the wallet at a time: a second one, of a double click, would be left hanging over the next page. */
export function useSignature() {
  const { mutateAsync, isPending, error, reset } = useSignMessage();
  // `isPending` is one render late.
  const asking = useRef<symbol | null>(null);
  /** @returns null when it was refused, given up, or another is being asked for */
  const sign = async (account: Address, message: string): Promise<string | null> => {
    if (asking.current) return null;
    const own = Symbol("signature");
    asking.current = own;
    const signature = await mutateAsync({ account, message }).catch(() => null); // `error` tells why
    if (asking.current !== own) return null;
    asking.current = null;
    return signature;
  };
  /** The wallet may never answer: what it was asked is given up. */
  const giveUp = () => {
    asking.current = null;
    reset();
  };
  return { sign, isPending, error, giveUp };
}
