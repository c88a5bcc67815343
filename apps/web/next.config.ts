import type { NextConfig } from 'next';

/** Built into the app: a build is for one prefix, and turbo makes another for another. */
const prefix = process.env.FOOTNOTE_PATH_PREFIX ?? '';

const config: NextConfig = {
  basePath: prefix,
  env: { FOOTNOTE_PATH_PREFIX: prefix },
  // It is TypeScript as it stands.
  transpilePackages: ['@footnote/client'],
  poweredByHeader: false,
  // Only the events of an answer in the making are not compressed: they say no-transform.
  compress: true,
  // No image is optimised, so the endpoint that fetches and resizes them stays closed.
  images: { unoptimized: true },
  // Turbopack's cache also keeps failures, such as a build worker that could not start: the next build would fail too.
  experimental: {
    turbopackFileSystemCacheForBuild: false,
    // A request that adds files has 20 MiB of them, in base64; the API is what holds it to that.
    proxyClientMaxBodySize: '28mb',
  },
};

export default config;
