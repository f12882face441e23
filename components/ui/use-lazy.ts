import { type ComponentType, useCallback, useState } from "react";
import { LoadFailed } from "@/components/ui/load-failed";

/**
 * A component that is fetched when somebody first needs it.
 * @param load stays the same over renders: declare it outside the component. One that the page can do without catches
 *   its own failure.
 * @returns the component once it is there, or what says in its place that it could not be fetched; and what asks for it
 *   (on hover, focus or open; asking twice is harmless, and asks again after a failure)
 */
export function useLazy<Props>(
  load: () => Promise<ComponentType<Props>>,
): [Loaded: ComponentType<Props> | undefined, request: () => void] {
  const [Loaded, setLoaded] = useState<ComponentType<Props>>();
  const request = useCallback(() => {
    const show = (component: ComponentType<Props>) => setLoaded(() => component);
    void load().then(show, () => show(LoadFailed as ComponentType<Props>));
  }, [load]);
  return [Loaded, request];
}
