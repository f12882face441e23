"use client";

import { useEffect, useRef } from "react";
import { useSubmit } from "@/components/data/use-submit";
import { newIssuanceAddressesAction } from "@/server/actions/assets";
import type { GivenAddresses } from "./kept-draft";

/**
 * Fresh addresses and the public key of the treasury node, asked for once when the draft has none. An action and not
 * part of the page's rendering, because each one is derived anew in the wallet.
 */
export function useNodeAddresses(isWanted: boolean, onGiven: (given: GivenAddresses) => void) {
  const { submit, isPending, error } = useSubmit(newIssuanceAddressesAction, onGiven, { rereads: false });
  const asked = useRef(false);
  useEffect(() => {
    if (!isWanted || asked.current) return;
    asked.current = true;
    submit({});
  }, [isWanted, submit]);
  return { take: () => submit({}), isPending, error };
}

export type NodeAddresses = ReturnType<typeof useNodeAddresses>;
