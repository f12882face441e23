import { comment, quoted, type SnippetRequest } from "./snippet";

/** `Post` for POST. */
const className = (method: string) => method.charAt(0) + method.slice(1).toLowerCase();

/** Nothing installed; Net::HTTP follows no redirect. In the quoted document nothing has to be escaped. */
export const ruby = ({ method, url, body, warning }: SnippetRequest): string =>
  [
    'require "net/http"',
    "",
    ...comment("#", warning),
    `uri = URI(${quoted(url)})`,
    `request = Net::HTTP::${className(method)}.new(uri)`,
    'request["accept"] = "application/json"',
    'request["authorization"] = "token " + ENV.fetch("AMP_TOKEN")',
    ...(body === null
      ? []
      : ['request["content-type"] = "application/json"', "request.body = <<'JSON'.chomp", body, "JSON"]),
    'answer = Net::HTTP.start(uri.host, uri.port, use_ssl: uri.scheme == "https") { |http| http.request(request) }',
    "puts answer.code, answer.body",
  ].join("\n");
