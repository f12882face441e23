import type { PrivateKeyAccount } from "viem";
import type { Answer, TestIdentity } from "../testing";

/** What the original's front end does: its calls, what it keeps, and how it takes an error. */
export class Amptzr {
  tokens: { access: string; refresh: string } | null = null;
  /** Where a person would be. */
  page: "start" | "app" = "start";
  /** Whether a dialog speaks of an error that it does not know. */
  showsError = false;
  /** Each call with the status it got. */
  readonly calls: string[] = [];

  constructor(
    private readonly bench: TestIdentity,
    readonly wallet: PrivateKeyAccount,
  ) {}

  /** It never looks at `exp`: a token whose middle part names an address counts. */
  get isLoggedIn(): boolean {
    const [, middle = ""] = this.tokens?.access.split(".") ?? [];
    try {
      return Boolean(JSON.parse(Buffer.from(middle, "base64url").toString()).address);
    } catch {
      return false;
    }
  }

  async logIn(): Promise<void> {
    const { address } = this.wallet;
    const { payload } = (await this.send("POST /authorize", { address }, false)).body;
    const signed_payload = await this.wallet.signMessage({ message: payload });
    const login = { address, signed_payload, chain_id: 31337 };
    this.keep(await this.send("POST /authorize/jwt", login, false));
    this.page = "app";
  }

  /** A call with the token it has; once more with another one when this one has ended. */
  async call(request: string, body?: unknown): Promise<Answer> {
    const answer = await this.send(request, body);
    if (answer.status !== 400) return answer;
    if (answer.body?.err_code !== "0204") return this.fail(answer);
    const refreshed = await this.send(
      "POST /authorize/refresh",
      { refresh_token: this.tokens?.refresh },
      false,
    );
    if (refreshed.status !== 200) return this.fail(refreshed);
    this.keep(refreshed);
    return this.send(request, body);
  }

  /** Without a bearer, as it asks for what everybody may read. */
  read(request: string): Promise<Answer> {
    return this.send(request, undefined, false);
  }

  private keep({ body }: Answer): void {
    this.tokens = { access: body.access_token, refresh: body.refresh_token };
  }

  private fail(answer: Answer): Answer {
    if (["0205", "0206", "0208", "0301"].includes(answer.body?.err_code)) {
      this.tokens = null;
      this.page = "start";
    } else {
      this.showsError = true;
    }
    return answer;
  }

  private async send(request: string, body?: unknown, isMine = true): Promise<Answer> {
    const bearer = isMine ? { bearer: this.tokens?.access } : {};
    const answer = await this.bench.call(request, { ...bearer, ...(body === undefined ? {} : { body }) });
    this.calls.push(`${request} ${answer.status}`);
    return answer;
  }
}

/** What its dialog shows for an answer of POST /veriff/session. */
export function dialogOf({ body: { state, decision } }: Answer) {
  return {
    /** Again in five seconds. */
    polls: state === "submitted" && decision === null,
    closes: decision?.status === "approved",
    hasStart:
      ["created", "started"].includes(state) ||
      ["declined", "resubmission_requested"].includes(decision?.status),
    reason: decision?.reason ?? null,
  };
}
