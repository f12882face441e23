import { comment, type SnippetRequest } from "./snippet";

const single = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** Follows no redirect, because it is not told to. */
export const curl = ({ method, url, body, warning }: SnippetRequest): string =>
  [
    ...comment("#", warning),
    [
      `curl --silent --show-error --include --request ${method}`,
      `--header "authorization: token $AMP_TOKEN"`,
      ...(body === null ? [] : ["--header 'content-type: application/json'", `--data-raw ${single(body)}`]),
      single(url),
    ].join(" \\\n  "),
  ].join("\n");
