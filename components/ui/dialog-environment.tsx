"use client";

import { useSyncExternalStore } from "react";
import { type Environment, EnvironmentBadge } from "@/components/shell/environment-badge";

const never = () => () => {};
const onServer = () => null;

/** The one that the page's head names: a dialog lies over it. */
export const environmentOf = (page: {
  querySelector(asked: string): Pick<Element, "getAttribute"> | null;
}): Environment | null =>
  (page.querySelector("header [data-environment]")?.getAttribute("data-environment") as Environment) ?? null;

/** Which world a click in this dialog acts in. */
export function DialogEnvironment() {
  const environment = useSyncExternalStore(never, () => environmentOf(document), onServer);
  return environment && <EnvironmentBadge environment={environment} />;
}
