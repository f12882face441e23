import { z } from "zod";
import { POLICY_LABEL } from "../../elements/amounts";
import { assetLabels, saveAssetLabels } from "../../elements/asset-labels";
import { networkFacts } from "../../ledger/networks";
import type { World } from "../../world";
import { type ControlRoute, controlRoute } from "../route";

const AssetId = z.string().regex(/^[0-9a-f]{64}$/, "64 hex digits, in small letters");
const Label = z.string().regex(/^(?![0-9a-f]{64}$)[\x21-\x7e]{1,50}$/, "1 to 50 characters, and no asset id");
const Labels = z.record(Label, AssetId);

/** What a real node is told at its start (`-assetdir`): balances then name the asset by its label alone. */
export const assetLabelRoutes: ControlRoute[] = [
  controlRoute({
    method: "GET",
    path: "/asset-labels",
    summary: "The node's asset labels: label to asset id.",
    input: z.object({}),
    output: Labels,
    run: ({ world }) => read(world),
  }),
  controlRoute({
    method: "POST",
    path: "/asset-labels",
    summary: "Replaces the node's asset labels, but for the policy asset's.",
    input: Labels.refine((labels) => !(POLICY_LABEL in labels), `"${POLICY_LABEL}" is the policy asset's`),
    output: Labels,
    run: async ({ world }, labels) => {
      await world.write(({ db }) => saveAssetLabels(db, labels));
      return read(world);
    },
  }),
];

const read = (world: World) => world.read(({ db }) => assetLabels(db, networkFacts(world.env.network)));
