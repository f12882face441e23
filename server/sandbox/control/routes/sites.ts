import { z } from "zod";
import { findAssetByUuid } from "../../amp/asset-store";
import { notFound, refused } from "../../amp/refusal";
import { proofPath, proofText, TXT_RECORDS } from "../../registry/domain-proof";
import { domainProblem } from "../../registry/field-rules";
import { deleteSiteFiles, listSiteFiles, putSiteFile, type SiteFile } from "../../registry/sites-store";
import type { World } from "../../world";
import { type ControlRoute, controlRoute } from "../route";

const domain = z.string().refine((text) => domainProblem(text) === null, "must be a bare, lower-case domain");
/** As in the address, so that the file can be asked for. */
const path = z
  .string()
  .transform((text) => text.replace(/^\/+/, ""))
  .pipe(z.string().regex(/^[A-Za-z0-9._~/-]{1,300}$/, "must be a path of letters, digits and . _ ~ / -"));
/** PostgreSQL keeps every character but this one. */
const content = z
  .string()
  .max(100_000)
  .refine((text) => !text.includes("\0"), "must not contain NUL");

const File = z.object({ domain: z.string(), path: z.string(), content: z.string() });

/** The web sites of issuers' domains, where the registry looks for proofs. */
export const siteRoutes: ControlRoute[] = [
  controlRoute({
    method: "GET",
    path: "/sites",
    summary: "Files that the sandbox serves in place of web sites; of one domain, or of all.",
    input: z.object({ domain: z.string().optional() }),
    output: z.array(File),
    run: ({ world }, input) => listSiteFiles(world.database.db, input.domain),
  }),
  controlRoute({
    method: "POST",
    path: "/sites",
    summary: `Puts a file on a domain's site. The path "${TXT_RECORDS}" holds the domain's TXT records, one per line.`,
    input: z.object({ domain, path, content }),
    output: File,
    run: ({ world }, file) => publish(world, file),
  }),
  controlRoute({
    method: "POST",
    path: "/sites/proof",
    summary:
      "Publishes the file by which an asset's domain vouches for it, so that the asset can be registered.",
    input: z.object({ asset_uuid: z.uuid() }),
    output: File,
    run: ({ world }, { asset_uuid }) => publishProof(world, asset_uuid),
  }),
  controlRoute({
    method: "DELETE",
    path: "/sites",
    summary: "Takes a file off a domain's site, or without a path the whole site.",
    input: z.object({ domain, path: path.optional() }),
    output: z.object({ deleted: z.int() }),
    run: async ({ world }, input) => ({
      deleted: await world.write(({ db }) => deleteSiteFiles(db, input.domain, input.path)),
    }),
  }),
];

async function publish(world: World, file: SiteFile): Promise<SiteFile> {
  await world.write(({ db }) => putSiteFile(db, file));
  return file;
}

async function publishProof(world: World, assetUuid: string): Promise<SiteFile> {
  const asset = await findAssetByUuid(world.database.db, assetUuid);
  if (!asset) throw notFound();
  if (!asset.domain) throw refused("The asset was issued without a domain.");
  const content = proofText(asset.domain, asset.assetId);
  return publish(world, { domain: asset.domain, path: proofPath(asset.assetId), content });
}
