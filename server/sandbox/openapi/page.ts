import { readFile } from "node:fs/promises";
import nodeModule from "node:module";
import path from "node:path";

/** The readable form of a description: Swagger UI from the installed package, nothing from elsewhere. */

// Not imported by name: the bundle of the process has a createRequire of its own.
const fromHere = nodeModule.createRequire(import.meta.url);
/** The package's files, and the two of our own, by the name they are asked for. */
const PACKAGED: Record<string, string> = {
  "swagger-ui.css": "text/css; charset=utf-8",
  "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
};

const START = `window.addEventListener("load", () => {
  SwaggerUIBundle({
    url: "openapi.json",
    dom_id: "#page",
    deepLinking: true,
    filter: true,
    docExpansion: "list",
    defaultModelsExpandDepth: 0,
    defaultModelExpandDepth: 3,
    displayRequestDuration: true,
    tagsSorter: null,
  });
});
`;

const STYLE = `body { margin: 0; }
#page { overflow-x: clip; }
.swagger-ui .wrapper { padding-inline: clamp(12px, 3vw, 24px); }
.swagger-ui .info { margin: 24px 0; overflow-wrap: anywhere; }
.swagger-ui .info table { display: block; overflow-x: auto; }
.swagger-ui .opblock .opblock-summary-path { overflow-wrap: anywhere; }
.swagger-ui .markdown :is(p, li), .swagger-ui .renderedMarkdown :is(p, li) {
  max-width: 46rem;
  margin-inline: 0;
  font-size: 14px;
  line-height: 1.5;
}
.swagger-ui .responses-table .response-col_links { display: none !important; }
@media (max-width: 640px) {
  .swagger-ui .scheme-container .schemes { flex-wrap: wrap; gap: 12px; }
  .swagger-ui .servers > label select { max-width: 100%; }
  .swagger-ui .opblock-summary { flex-wrap: wrap; }
  .swagger-ui .opblock .opblock-summary-description { flex-basis: 100%; padding: 4px 8px; }
  .swagger-ui .opblock .opblock-summary-path { max-width: 100%; }
  .swagger-ui .opblock-description-wrapper, .swagger-ui .responses-inner { padding-inline: 8px; }
  .swagger-ui table:is(.parameters, .responses-table) :is(tbody, tr, td),
  .swagger-ui table:is(.parameters, .responses-table) { display: block; width: auto; min-width: 0; }
  .swagger-ui table:is(.parameters, .responses-table) > thead { display: none; }
  .swagger-ui table:is(.parameters, .responses-table) td { padding: 6px 0; max-width: none; }
  .swagger-ui .parameters-col_description input, .swagger-ui select { max-width: 100%; }
  .swagger-ui .operation-filter-input { width: 100%; box-sizing: border-box; }
  .swagger-ui .filter .operation-filter-input { margin: 12px 0; }
}
`;

const html = (title: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="docs/swagger-ui.css">
<link rel="stylesheet" href="docs/page.css">
</head>
<body>
<main id="page"></main>
<noscript>This page needs JavaScript; the description itself is <a href="openapi.json">openapi.json</a>.</noscript>
<script src="docs/swagger-ui-bundle.js"></script>
<script src="docs/start.js"></script>
</body>
</html>
`;

/** Swagger UI sets styles by script; everything else has to come from here. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** @param title of the page; plain text without markup */
export const pageResponse = (title: string): Response =>
  new Response(html(title), {
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": POLICY },
  });

/** A file of the page; null when there is none of this name. */
export async function pageFile(name: string): Promise<Response | null> {
  if (name === "start.js") return asset(START, "text/javascript; charset=utf-8");
  if (name === "page.css") return asset(STYLE, "text/css; charset=utf-8");
  const type = PACKAGED[name];
  if (!type) return null;
  const folder = path.dirname(fromHere.resolve("swagger-ui-dist/package.json"));
  return asset(await readFile(path.join(folder, name)), type);
}

const asset = (content: string | Buffer<ArrayBuffer>, type: string) =>
  new Response(content, { headers: { "content-type": type, "cache-control": "public, max-age=3600" } });
