import { useEffect, useRef } from "react";

/** Presses a button when its page opens, for an address that asks for it. */
export function usePressedAtOnce(isPressed: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isPressed) button.current?.click();
  }, [isPressed]);
  return button;
}
