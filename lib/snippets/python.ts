import { comment, quoted, type SnippetRequest } from "./snippet";

const long = (text: string) => `'''${text.replace(/\\/g, "\\\\").replaceAll("'''", "\\'\\'\\'")}'''`;

/** Python 3.8 or newer, nothing installed. */
export const python = ({ method, url, body, warning }: SnippetRequest): string =>
  [
    "import os",
    "import urllib.error",
    "import urllib.request",
    "",
    "",
    "class NoRedirect(urllib.request.HTTPRedirectHandler):",
    "    def redirect_request(self, *args, **kwargs):",
    "        return None",
    "",
    "",
    ...comment("#", warning),
    "request = urllib.request.Request(",
    `    ${quoted(url)},`,
    `    method=${quoted(method)},`,
    ...(body === null ? [] : [`    data=${long(body)}.encode(),`]),
    "    headers={",
    '        "accept": "application/json",',
    '        "authorization": "token " + os.environ["AMP_TOKEN"],',
    ...(body === null ? [] : ['        "content-type": "application/json",']),
    "    },",
    ")",
    "try:",
    "    with urllib.request.build_opener(NoRedirect).open(request) as answer:",
    "        print(answer.status, answer.read().decode())",
    "except urllib.error.HTTPError as refusal:",
    "    print(refusal.code, refusal.read().decode())",
  ].join("\n");
