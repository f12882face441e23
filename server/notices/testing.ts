import { createServer as createHttp, type IncomingHttpHeaders } from "node:http";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { text } from "node:stream/consumers";

/** A mail server that keeps what it is given. */
export interface MailServer {
  url: string;
  mails: { to: string[]; data: string }[];
  /** What it says to MAIL FROM from now on; null: it takes the message. */
  refuse(answer: string | null): void;
  stop(): Promise<void>;
}

const listen = (server: { listen(port: number, host: string, done: () => void): unknown }) =>
  new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

export async function startMailServer(): Promise<MailServer> {
  let refusal: string | null = null;
  const mails: MailServer["mails"] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    const say = (line: string) => socket.write(`${line}\r\n`);
    let mail = { to: [] as string[], data: "" };
    let isData = false;
    let rest = "";
    const onLine = (line: string) => {
      if (isData) {
        isData = line !== ".";
        if (isData) mail.data += `${line}\n`;
        else {
          // As a person reads it: long lines were cut (quoted-printable).
          const data = mail.data.replaceAll("=\n", "").replaceAll("=3D", "=");
          mails.push({ ...mail, data });
          say("250 taken");
        }
        return;
      }
      if (/^EHLO/i.test(line)) say("250 test");
      else if (/^MAIL FROM/i.test(line)) {
        mail = { to: [], data: "" };
        say(refusal ?? "250 ok");
      } else if (/^RCPT TO/i.test(line)) {
        mail.to.push(/<(.*)>/.exec(line)?.[1] ?? "");
        say("250 ok");
      } else if (/^DATA/i.test(line)) {
        isData = true;
        say("354 go on");
      } else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
      else say("250 ok");
    };
    socket.on("error", () => socket.destroy());
    socket.on("data", (chunk) => {
      const lines = (rest + chunk.toString()).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) onLine(line);
    });
    say("220 test");
  });
  await listen(server);
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    refuse: (answer) => {
      refusal = answer;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** A receiver of webhooks that keeps what it is sent. */
export interface HookReceiver {
  url: string;
  host: string;
  calls: { headers: IncomingHttpHeaders; body: string }[];
  answer(status: number, body?: string): void;
  stop(): Promise<void>;
}

export async function startHookReceiver(): Promise<HookReceiver> {
  let [status, body] = [204, ""];
  const calls: HookReceiver["calls"] = [];
  const server = createHttp(async (request, response) => {
    calls.push({ headers: request.headers, body: await text(request) });
    response.writeHead(status, { location: "/elsewhere" }).end(body);
  });
  await listen(server);
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}/hook`,
    host,
    calls,
    answer: (next, said = "") => {
      [status, body] = [next, said];
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
