import { type ComponentType, useCallback, useState } from "react";

/**
 * A component that is fetched when somebody first needs it.
 * @param load stays the same over renders: declare it outside the component
 * @returns the component once it is there, and what asks for it (on hover, focus or open; asking twice is harmless)
 */
export function useLazy<Props>(
  load: () => Promise<ComponentType<Props>>,
): [Loaded: ComponentType<Props> | undefined, request: () => void] {
  const [Loaded, setLoaded] = useState<ComponentType<Props>>();
  const request = useCallback(() => void load().then((component) => setLoaded(() => component)), [load]);
  return [Loaded, request];
}
