import { useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";

/**
 * Presses a button for an address that asks for it, once: the address asks no more then, so that neither a reload nor the
 * way back presses it again, and the same command does.
 * @param name of the parameter by which the address asks; null for a button that it never means
 */
export function usePressedAtOnce(name: string | null) {
  const button = useRef<HTMLButtonElement>(null);
  const params = useSearchParams();
  const isAsked = name !== null && (params?.has(name) ?? false);
  useEffect(() => {
    if (!isAsked) return;
    button.current?.click();
    // Next hears of it only once its own effects, which follow, have run.
    const timer = setTimeout(() => window.history.replaceState(null, "", addressWithout(name)));
    return () => clearTimeout(timer);
  }, [isAsked, name]);
  return button;
}

function addressWithout(name: string): URL {
  const url = new URL(window.location.href);
  url.searchParams.delete(name);
  return url;
}
