import { comment, quoted, type SnippetRequest } from "./snippet";

const raw = (text: string) => `\`${text.replaceAll("`", '` + "`" + `')}\``;

/** Standard library alone. */
export const go = ({ method, url, body, warning }: SnippetRequest): string =>
  [
    "package main",
    "",
    "import (",
    '\t"fmt"',
    '\t"io"',
    '\t"net/http"',
    '\t"os"',
    ...(body === null ? [] : ['\t"strings"']),
    ")",
    "",
    "func main() {",
    ...comment("\t//", warning),
    "\tclient := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error {",
    "\t\treturn http.ErrUseLastResponse",
    "\t}}",
    ...(body === null ? [] : [`\tbody := ${raw(body)}`]),
    `\trequest, err := http.NewRequest(${quoted(method)}, ${quoted(url)}, ${body === null ? "nil" : "strings.NewReader(body)"})`,
    "\tif err != nil {",
    "\t\tpanic(err)",
    "\t}",
    '\trequest.Header.Set("accept", "application/json")',
    '\trequest.Header.Set("authorization", "token "+os.Getenv("AMP_TOKEN"))',
    ...(body === null ? [] : ['\trequest.Header.Set("content-type", "application/json")']),
    "\tanswer, err := client.Do(request)",
    "\tif err != nil {",
    "\t\tpanic(err)",
    "\t}",
    "\tdefer answer.Body.Close()",
    "\ttext, err := io.ReadAll(answer.Body)",
    "\tif err != nil {",
    "\t\tpanic(err)",
    "\t}",
    "\tfmt.Println(answer.StatusCode, string(text))",
    "}",
  ].join("\n");
