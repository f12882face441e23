import { type ComponentType, lazy, type ReactNode, Suspense, useEffect } from "react";
import { LoadFailed } from "./load-failed";
import { useLazy } from "./use-lazy";

type Load<Props> = () => Promise<ComponentType<Props>>;

/**
 * A component whose script the page need not carry: it is fetched when the component is first drawn. The server's HTML
 * has it all the same. What could not be fetched says so in its place, and is asked for again wherever it is drawn anew.
 * @param load stays the same over renders: call this outside components
 * @param fallback stands there until the script has come, where the HTML had nothing of it
 */
export function late<Props extends object>(load: Load<Props>, fallback: ReactNode = null) {
  const again = onceShown(load, <LoadFailed />);
  // A rejected `lazy` stays rejected, and takes the whole page with it.
  const Part = lazy(async () => ({ default: (await load().catch(() => again)) as ComponentType<object> }));
  return (props: Props) => (
    <Suspense fallback={fallback}>
      <Part {...props} />
    </Suspense>
  );
}

/** As `late`, for what the server does not draw: nobody reads the page later for it. */
export const onceShown =
  <Props extends object>(load: Load<Props>, fallback: ReactNode = null) =>
  (props: Props) => <OnceShown load={load} fallback={fallback} props={props} />;

function OnceShown<Props extends object>(shown: { load: Load<Props>; fallback: ReactNode; props: Props }) {
  const [Part, request] = useLazy(shown.load);
  useEffect(request, [request]);
  return Part ? <Part {...shown.props} /> : shown.fallback;
}
