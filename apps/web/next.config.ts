import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  // Everything is served to this machine: compressing would only hold back the events of an answer in the making.
  compress: false,
  // No image is optimised, so the endpoint that fetches and resizes them stays closed.
  images: { unoptimized: true },
  // Turbopack's cache also keeps failures, such as a build worker that could not start: the next build would fail too.
  experimental: { turbopackFileSystemCacheForBuild: false },
};

export default config;
