import type { CommandAnswer, CommandItem, MeantAssets } from "@/lib/command";
import type { Asset } from "@/lib/contracts/amp/assets";
import { shortenMiddle } from "@/lib/format/ids";
import { searchText } from "@/lib/messages/search";
import { shellText } from "@/lib/messages/shell";
import { routes } from "@/lib/routes";
import { wordsOf } from "@/lib/words";
import { allFound, PER_GROUP } from "./search-all";
import type { LateAssets } from "./shown-assets";

/** With the commands of each, more would hide what else was found. */
const MEANT = 3;
/** A shorter word is in too many names to mean one: "or", "I". */
const NAMING = 3;

/** The assets that all words name, and those of which the other words may look for a command. */
export function searchAssets({ assets, isWhole }: LateAssets, q: string): CommandAnswer {
  const words = wordsOf(q);
  const begins = (asset: Asset) => words.some((word) => asset.name.toLowerCase().startsWith(word));
  const judged = [...assets]
    .sort((one, other) => Number(begins(other)) - Number(begins(one)))
    .map((asset) => ({ asset, rest: restOf(asset, words) }));
  const fewest = Math.min(...judged.map(({ rest }) => rest.length));
  const best = judged.filter(({ rest }) => rest.length === fewest);
  const whole = fewest === 0 ? best.map(({ asset }) => asset) : [];
  const items = [...whole.slice(0, PER_GROUP).map(toItem), ...allFound("assets", q, whole.length)];
  const missing = isWhole ? [] : [shellText.nav.assets];
  const rest = best[0]?.rest;
  if (!rest) return { items, missing };
  // Others may lack other words: what is looked for is one command.
  const alike = best.filter((one) => one.rest.join(" ") === rest.join(" ")).map(({ asset }) => asset);
  return { items, missing, meant: meantOf(alike, words, rest) };
}

/** The words that are not in it, short ones only where nothing else is missing. */
function restOf({ name, ticker, assetId, assetUuid }: Asset, words: string[]): string[] {
  const text = [name, ticker, assetId, assetUuid].join(" ").toLowerCase();
  const missing = words.filter((word) => !text.includes(word));
  const long = missing.filter(({ length }) => length >= NAMING);
  return long.length > 0 ? long : missing;
}

function meantOf(assets: Asset[], words: string[], rest: string[]): MeantAssets {
  // Whoever typed nothing but a name is shown what can be done with one, not with several.
  const shown = assets.slice(0, rest.length === 0 ? 1 : MEANT);
  const naming = words.filter((word) => word.length >= NAMING && !rest.includes(word)).join(" ");
  return {
    assets: shown.map((asset) => ({ assetUuid: asset.assetUuid, name: asset.name, hint: hintOf(asset) })),
    rest: rest.join(" "),
    isNamed: rest.length === 0 || naming !== "",
    others: rest.length > 0 && assets.length > shown.length ? othersOf(naming) : null,
  };
}

const othersOf = (naming: string): CommandItem => ({
  id: "others",
  label: searchText.others,
  group: shellText.nav.assets,
  href: naming === "" ? routes.assets : `${routes.assets}?${new URLSearchParams({ q: naming })}`,
});

const hintOf = ({ ticker, assetId }: Asset): string => ticker ?? shortenMiddle(assetId);

const toItem = (asset: Asset): CommandItem => ({
  id: asset.assetUuid,
  label: asset.name,
  hint: hintOf(asset),
  group: shellText.nav.assets,
  href: routes.asset(asset.assetUuid),
});
