import { z } from "zod";
import type { ControlClient } from "./client";

const SiteFile = z.object({ domain: z.string(), path: z.string() });

/** Puts the proof of an asset on its domain's site, as the sandbox plays it. Control: POST /sites/proof */
export const publishProof = (control: ControlClient, assetUuid: string) =>
  control.call({
    method: "POST",
    path: "/sites/proof",
    body: { asset_uuid: assetUuid },
    returns: SiteFile,
  });
