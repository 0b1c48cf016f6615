import { withPayload } from '@payloadcms/next/withPayload'

/** The admin's shell. Everything but `/admin` and `/_next` is answered by Express before Next sees it. */
export default withPayload({
  poweredByHeader: false,
  // Pictures come from this server only; the optimiser would fetch what an address names.
  images: { unoptimized: true, remotePatterns: [] },
  // The type checker runs over the whole project in its own step.
  typescript: { ignoreBuildErrors: true },
  // libsql loads a native binary beside itself, sharp its own; neither survives bundling.
  serverExternalPackages: ['libsql', '@libsql/client', 'sharp', 'nodemailer'],
  turbopack: { root: import.meta.dirname },
})
