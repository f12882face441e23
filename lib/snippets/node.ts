import { comment, quoted, type SnippetRequest } from "./snippet";

const template = (text: string) => `\`${text.replace(/\\|`|\$\{/g, "\\$&")}\``;

/** Node.js 18 or newer, as a module. */
export const node = ({ method, url, body, warning }: SnippetRequest): string =>
  [
    'import { env } from "node:process";',
    "",
    ...comment("//", warning),
    `const answer = await fetch(${quoted(url)}, {`,
    `  method: ${quoted(method)},`,
    "  headers: {",
    '    accept: "application/json",',
    '    authorization: "token " + env.AMP_TOKEN,',
    ...(body === null ? [] : ['    "content-type": "application/json",']),
    "  },",
    ...(body === null ? [] : [`  body: ${template(body)},`]),
    '  redirect: "manual",',
    "});",
    "console.log(answer.status, await answer.text());",
  ].join("\n");
