import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  // Only the events of an answer in the making are not compressed: they say no-transform.
  compress: true,
  // No image is optimised, so the endpoint that fetches and resizes them stays closed.
  images: { unoptimized: true },
  // Turbopack's cache also keeps failures, such as a build worker that could not start: the next build would fail too.
  experimental: { turbopackFileSystemCacheForBuild: false },
};

export default config;
