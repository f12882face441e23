import type { EndpointName } from "@/lib/contracts/amp/endpoints";
import { assetTexts, registrationTexts, treasuryTexts } from "./assets";
import { assignmentTexts, distributionTexts } from "./distributions";
import { generalTexts, managerTexts } from "./general";
import { categoryTexts, gaidTexts, userTexts } from "./people";
import { reportTexts, supplyTexts } from "./reports";
import type { Tag } from "./tags";
import type { EndpointText } from "./text";

const byTag = {
  general: generalTexts,
  assets: assetTexts,
  registration: registrationTexts,
  treasury: treasuryTexts,
  users: userTexts,
  gaids: gaidTexts,
  categories: categoryTexts,
  assignments: assignmentTexts,
  distributions: distributionTexts,
  supply: supplyTexts,
  reports: reportTexts,
  managers: managerTexts,
} satisfies Record<Tag, object>;

const all: Record<string, EndpointText & { tag: Tag }> = Object.fromEntries(
  Object.entries(byTag).flatMap(([tag, texts]) =>
    Object.entries(texts).map(([name, text]) => [name, { ...text, tag: tag as Tag }]),
  ),
);

/** The text of an endpoint and the noun it stands under. @throws when there is none */
export function textOf(name: EndpointName): EndpointText & { tag: Tag } {
  const text = all[name];
  if (!text) throw new Error(`The endpoint ${name} has no text.`);
  return text;
}

/** Every name that has a text. */
export const describedNames = Object.keys(all);
