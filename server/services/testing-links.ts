import { matchAddress, type Target } from "./testing-targets";

/** Pages of the portal and the sign-in belong to nobody's role. */
const NOT_OF_THE_DESK = /^(https?:|mailto:|data:|#|\/invest\b|\/sign-in\b)/;
/** Pages that such a link opens with a form in front. */
const WITH_FORM: Record<string, string> = {
  "/categories?add=1": "categories: addCategoryAction",
  "/managers?add=1": "managers: createManagerAction",
};

const formOf = (href: string) =>
  /\/settings\?lock=1#/.test(href) ? "assets: setAssetLockAction" : WITH_FORM[href];

export interface Link {
  target: Target;
  /** What it has in the brackets of the page's address. */
  params: Record<string, string>;
  assetUuid: string;
  /** Of the form that it opens. */
  action: string | undefined;
}

/** Where a link leads: the page or route, and the asset it is about. */
export function linkOf(targets: readonly Target[], href: string, about: string): Link | null {
  if (NOT_OF_THE_DESK.test(href)) return null;
  const url = new URL(href, "http://desk");
  const asset = /^\/assets\/([0-9a-f-]{36})/.exec(url.pathname)?.[1];
  for (const target of placesToGo(targets)) {
    const params = matchAddress(target.name, url.pathname);
    const assetUuid = asset ?? url.searchParams.get("of") ?? about;
    if (params) return { target, params, assetUuid, action: formOf(href) };
  }
  throw new Error(`${href} leads nowhere.`);
}

/** "/users/new" before "/users/[id]". */
const placesToGo = (targets: readonly Target[]) =>
  targets
    .filter(({ kind }) => kind !== "action")
    .sort((one, other) => one.name.split("[").length - other.name.split("[").length);

export const isSame = (one: Link) => (other: Link) =>
  one.target === other.target && one.assetUuid === other.assetUuid && one.action === other.action;
