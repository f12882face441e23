import { type NextRequest, NextResponse } from "next/server";

/**
 * Before every page (`next.config.ts` sets what the API answers with): tells the server which path was asked for (so that sign-in can lead back to it) and sets the
 * content security policy with a fresh nonce, which Next puts on its own scripts.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce, outsideOf(request.nextUrl.pathname));
  const headers = new Headers(request.headers);
  headers.set("x-ampdesk-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("x-frame-options", "DENY");
  response.headers.set("permissions-policy", "camera=(), microphone=(), geolocation=()");
  return response;
}

/** Wallet apps are reached through WalletConnect's relay, and only where a project id offers them. */
const hasWalletConnect = Boolean(process.env.WALLETCONNECT_PROJECT_ID);
const WALLET_CONNECT = {
  connect: " wss://relay.walletconnect.org https://rpc.walletconnect.org",
  frame: " https://verify.walletconnect.org https://verify.walletconnect.com",
};
/**
 * Where coins are given away, Google may ask whether a person does it: with a site key here, or perhaps one of an identity
 * service elsewhere. Allowed on every page of the portal, because a link within it keeps the policy of the page that was
 * loaded first; nothing of Google's is fetched before the button.
 */
const hasRecaptcha = Boolean(process.env.RECAPTCHA_SITE_KEY || process.env.IDENTITY_URL);
const RECAPTCHA = {
  connect: " https://www.google.com/recaptcha/",
  frame: " https://www.google.com/recaptcha/ https://recaptcha.google.com/recaptcha/",
};

/** What a page reaches besides its own server. */
function outsideOf(path: string): { connect: string; frame: string }[] {
  const isPortal = /^\/invest(?:\/|$)/.test(path);
  if (!isPortal) return [];
  return [...(hasRecaptcha ? [RECAPTCHA] : []), ...(hasWalletConnect ? [WALLET_CONNECT] : [])];
}

function contentSecurityPolicy(nonce: string, outside: { connect: string; frame: string }[]): string {
  const isDevelopment = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    // Charts and positioned popovers set styles on elements.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}${outside.map(({ connect }) => connect).join("")}`,
    ...(outside.length > 0 ? [`frame-src${outside.map(({ frame }) => frame).join("")}`] : []),
    "frame-ancestors 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "object-src 'none'",
  ].join("; ");
}

export const config = {
  matcher: ["/((?!api/|_next/static|_next/image|favicon|icon|readme|.*\\.(?:svg|png|ico)$).*)"],
};
