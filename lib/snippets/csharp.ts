import { comment, quoted, type SnippetRequest } from "./snippet";

/** .NET 7 or newer, nothing installed. JSON never has three quotes in a row, so the raw text needs no escapes. */
export const csharp = ({ method, url, body, warning }: SnippetRequest): string =>
  [
    "using System;",
    "using System.Net.Http;",
    "using System.Text;",
    "",
    ...comment("//", warning),
    'var token = Environment.GetEnvironmentVariable("AMP_TOKEN");',
    "using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });",
    `using var request = new HttpRequestMessage(new HttpMethod(${quoted(method)}), ${quoted(url)});`,
    'request.Headers.TryAddWithoutValidation("accept", "application/json");',
    'request.Headers.TryAddWithoutValidation("authorization", $"token {token}");',
    ...(body === null
      ? []
      : [
          'var body = """',
          body,
          '""";',
          'request.Content = new StringContent(body, Encoding.UTF8, "application/json");',
        ]),
    "using var answer = await http.SendAsync(request);",
    "var text = await answer.Content.ReadAsStringAsync();",
    'Console.WriteLine($"{(int)answer.StatusCode} {text}");',
  ].join("\n");
