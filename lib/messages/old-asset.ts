import { catalogue } from "./catalogue";

/** An asset as AMP told it last, while AMP is away. */
export const oldAssetText = catalogue("oldAssetText", {
  since: (time: string) =>
    `Name, state and rules of the asset are as AMP told them at ${time}. Lists below say how old they are; what the desk has no copy of is missing until AMP answers.`,
});
