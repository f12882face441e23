import { comment, quoted, type SnippetRequest } from "./snippet";

const verbatim = (text: string) => `@"${text.replaceAll('"', '""')}"`;

/** C# 8 (.NET Core 3.1) or newer, nothing installed. */
export const csharp = ({ method, url, body, warning }: SnippetRequest): string =>
  [
    "using System;",
    "using System.Net.Http;",
    "using System.Text;",
    "using System.Threading.Tasks;",
    "",
    "class Program",
    "{",
    "    static async Task Main()",
    "    {",
    ...comment("        //", warning),
    '        var token = Environment.GetEnvironmentVariable("AMP_TOKEN");',
    "        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });",
    `        using var request = new HttpRequestMessage(new HttpMethod(${quoted(method)}), ${quoted(url)});`,
    '        request.Headers.TryAddWithoutValidation("accept", "application/json");',
    '        request.Headers.TryAddWithoutValidation("authorization", $"token {token}");',
    ...(body === null
      ? []
      : [
          `        var body = ${verbatim(body)};`,
          '        request.Content = new StringContent(body, Encoding.UTF8, "application/json");',
        ]),
    "        using var answer = await http.SendAsync(request);",
    "        var text = await answer.Content.ReadAsStringAsync();",
    '        Console.WriteLine($"{(int)answer.StatusCode} {text}");',
    "    }",
    "}",
  ].join("\n");
