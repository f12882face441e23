import { createHash } from "node:crypto";
import type { IdentityDocument, Operation } from "./document";

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d6d6d6, #3c3c3c); --quiet: light-dark(#5c5c5c, #a8a8a8); }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 56rem; margin: 2rem auto; padding: 0 1rem; }
h2 { margin-top: 3rem; }
section { border-top: 1px solid var(--line); padding: .5rem 0 1rem; }
h3 { margin-bottom: .25rem; overflow-wrap: anywhere; }
code, pre { font: 14px/1.5 ui-monospace, monospace; }
pre { overflow-x: auto; padding: .75rem; border: 1px solid var(--line); border-radius: .375rem; }
p { margin: .25rem 0; }
.quiet { color: var(--quiet); }
summary { cursor: pointer; }
`;

/** Nothing is loaded and nothing runs: the page is text, and its one style is known by its hash. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  ...["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
].join("; ");

/** The description as a page. */
export const pageResponse = (document: IdentityDocument): Response =>
  new Response(pageOf(document), {
    headers: { "Content-Type": "text/html;charset=utf-8", "Content-Security-Policy": POLICY },
  });

function pageOf({ info, servers, tags, paths, components }: IdentityDocument): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const parts = tags.map(({ name, description }) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(name));
    const sections = own.map(({ path, method, operation }) => section(path, method, operation));
    return own.length > 0
      ? `<h2>${escapeHtml(name)}</h2><p>${escapeHtml(description)}</p>${sections.join("")}`
      : "";
  });
  const { schemas } = components as { schemas: object };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(info.title)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(info.title)}</h1>
${info.description
  .split("\n\n")
  .map((paragraph) => `<p>${inline(paragraph)}</p>`)
  .join("")}
<p class="quiet">Reached at <code>${escapeHtml(servers[0]?.url ?? "/")}</code>.</p>
${parts.join("\n")}
<h2>Errors</h2>
${shape("Their shapes", schemas)}
</main>
</body>
</html>
`;
}

interface Answer {
  description: string;
  content?: Record<string, { schema: object }>;
}

function section(path: string, method: string, operation: Operation): string {
  const { summary, description, security, requestBody, responses } = operation;
  const content = Object.values(requestBody?.content ?? {})[0];
  const answers = Object.entries(responses as Record<string, Answer>);
  const { content: given = {} } = (responses as Record<string, Answer>)["200"] ?? {};
  const [answer] = Object.values(given);
  return `<section id="${escapeHtml(operation.operationId)}">
<h3>${escapeHtml(summary)}</h3>
<p><code>${method.toUpperCase()} ${escapeHtml(path)}</code> <span class="quiet">${security.length > 0 ? "with a bearer" : "public"}</span></p>
${description ? `<p>${inline(description)}</p>` : ""}
${content ? shape(requestBody?.required ? "Body" : "Body, if any", content.schema) : ""}
${answer ? shape("Answer", answer.schema) : "<p>The answer is empty.</p>"}
<p class="quiet">Other answers: ${answers
    .filter(([status]) => status !== "200")
    .map(([status, { description: words }]) => `${escapeHtml(status)} (${escapeHtml(words)})`)
    .join(" ")}</p>
</section>`;
}

const shape = (title: string, schema: object) =>
  `<details><summary>${escapeHtml(title)}</summary><pre tabindex="0">${escapeHtml(JSON.stringify(schema, null, 2))}</pre></details>`;

const inline = (text: string) => escapeHtml(text).replace(/`([^`]+)`/g, "<code>$1</code>");

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);
